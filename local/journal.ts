import type { Denied } from "./aws/aws.ts";

const MAX_LINES = 20_000;

/** A log of the machine's actions for people and tests. The oldest lines are dropped first. */
export class Journal {
  /** `<function or part>: <line>` */
  readonly logs: string[] = [];
  readonly denied: Denied[] = [];
  readonly #onLog: (source: string, line: string) => void;

  constructor(onLog: (source: string, line: string) => void) {
    this.#onLog = onLog;
  }

  log(source: string, line: string): void {
    this.logs.push(`${source}: ${line}`);
    if (this.logs.length > MAX_LINES) this.logs.shift();
    this.#onLog(source, line);
  }

  refuse(denied: Denied): void {
    this.denied.push(denied);
    if (this.denied.length > MAX_LINES) this.denied.shift();
    this.log(denied.principal, `AccessDenied: the role does not allow ${denied.action} on ${denied.resource}`);
  }
}
