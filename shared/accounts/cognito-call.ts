import { type ErrorCode, isNamed, LatchkeyError } from "../errors.ts";

/** Cognito limits how often one account, and how often the whole pool, may be asked. */
const TOO_MANY = ["TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"];

/** Waits for a call of Cognito and gives its refusals, by their names, the meaning that they have for the caller. */
export async function meaning<T>(call: Promise<T>, refusals: Record<string, ErrorCode> = {}): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof Error ? refusals[error.name] : undefined;
    if (code !== undefined) throw new LatchkeyError(code, { cause: error });
    if (isNamed(error, ...TOO_MANY)) throw new LatchkeyError("too_many_requests", { cause: error });
    throw error;
  }
}
