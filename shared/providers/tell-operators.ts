import type { LatchkeyError } from "../errors.ts";
import { log } from "../log.ts";
import { handlingOf } from "./handling.ts";

/** The line that an alarm hangs on (infra/alarms.ts), where it is the operators that must act; else nothing. */
export function tellOperators(error: LatchkeyError, provider: string): void {
  if (handlingOf(error)?.acts === "operator") log(error.code, { provider });
}
