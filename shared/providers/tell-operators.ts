import type { LatchkeyError } from "../errors.ts";
import { log } from "../log.ts";
import { handlingOf } from "./handling.ts";

/** Writes the log line that triggers an alarm (infra/alarms.ts), if the operators must act. */
export function alertOperators(error: LatchkeyError, provider: string): void {
  if (handlingOf(error)?.acts === "operator") log(error.code, { provider });
}
