import { randomInt } from "node:crypto";
import { AwsError } from "../wire/aws-error.ts";
import { type CodePurpose, now, type User } from "./pool.ts";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const LIFETIME_SECONDS: Record<CodePurpose, number> = { verify_email: 24 * 3600, reset_password: 3600 };
const WINDOW_SECONDS = 3600;
const MAX_SENT = 5;
const MAX_WRONG = 5;

/** A new code of 6 digits; one asked for before stops working. @throws AwsError LimitExceededException */
export function issueCode(user: User, purpose: CodePurpose): string {
  const counts = attemptsOf(user, purpose);
  if (counts.sent >= MAX_SENT) throw limitExceeded();
  counts.sent++;
  const digits = String(randomInt(1_000_000)).padStart(6, "0");
  user.codes[purpose] = { digits, expires: now() + LIFETIME_SECONDS[purpose] };
  return digits;
}

/**
 * Takes the code, which works once; the caller must store the user even when this throws, since wrong guesses count.
 * @throws AwsError CodeMismatchException, ExpiredCodeException (also when none was asked for) or LimitExceededException
 */
export function redeemCode(user: User, purpose: CodePurpose, digits: string): void {
  const counts = attemptsOf(user, purpose);
  if (counts.wrong >= MAX_WRONG) throw limitExceeded();
  const code = user.codes[purpose];
  if (!code || code.expires <= now()) {
    throw new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
  }
  if (code.digits !== digits) {
    counts.wrong++;
    throw new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
  }
  delete user.codes[purpose];
  delete user.attempts[purpose];
}

function attemptsOf(user: User, purpose: CodePurpose) {
  const known = user.attempts[purpose];
  const counts = known && known.since + WINDOW_SECONDS > now() ? known : { since: now(), sent: 0, wrong: 0 };
  user.attempts[purpose] = counts;
  return counts;
}

function limitExceeded(): AwsError {
  return new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
}

/** Where a code went, shown as Cognito shows it: `a***@e***`. */
export function delivery(email: string): object {
  const Destination = email.replace(/^(.)[^@]*@(.).*$/, "$1***@$2***");
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination };
}
