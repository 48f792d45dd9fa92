import { type ErrorCode, isNamed, LatchkeyError } from "../errors.ts";

/** Cognito limits the calls for one account and for the whole pool. */
const TOO_MANY = ["TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"];

/** Awaits a call to Cognito and maps each refusal, by its name, to the error code that it means for the caller. */
export async function translateCognitoErrors<T>(
  call: Promise<T>,
  refusals: Record<string, ErrorCode> = {},
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof Error ? refusals[error.name] : undefined;
    if (code !== undefined) throw new LatchkeyError(code, { cause: error });
    if (isNamed(error, ...TOO_MANY)) throw new LatchkeyError("too_many_requests", { cause: error });
    throw error;
  }
}
