import type { FunctionErrorReport } from "./protocol.ts";

/** The function itself failed: it threw, ran out of time, crashed or could not be loaded. The names are Lambda's. */
export class FunctionError extends Error {
  override name = "FunctionError";
  readonly errorType: string;

  constructor({ errorType, errorMessage }: FunctionErrorReport) {
    super(errorMessage);
    this.errorType = errorType;
  }
}
