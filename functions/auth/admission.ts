import { LatchkeyError } from "../../shared/errors.ts";
import { type Origin, viewerOf } from "../../shared/http/viewer.ts";
import type { Allowance, CallerLimit } from "../../shared/limits/caller-limit.ts";
import { log } from "../../shared/log.ts";

/**
 * Hundreds of people in an office behind one address log in within a few minutes. A program that guesses passwords
 * needs thousands of tries.
 */
const TRIES_PER_VIEWER: Allowance = { name: "tries", max: 120, seconds: 60 };

/**
 * Tries with one e-mail from any address. Cognito locks an account after five wrong passwords, so this limit does not
 * let a stranger lock somebody out for longer than Cognito already does:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 */
const TRIES_PER_EMAIL: Allowance = { name: "tries_email", max: 30, seconds: 300 };

const CODES_PER_EMAIL: Allowance = { name: "codes_email", max: 5, seconds: 3_600 };
const CODES_PER_VIEWER: Allowance = { name: "codes", max: 60, seconds: 3_600 };
const DAY = 86_400;

type Caller = { origin: Origin; body: { email: string } };

type Options = {
  limits: Pick<CallerLimit, "take">;
  /** The value that only our CloudFront sends. */
  edgeProof: string;
  /** Mails with a code that all callers together may request in a UTC day. */
  codesPerDay: number;
  now: () => Date;
};

/** Limits sign-in tries and mails with a code. It is asked before Cognito is. */
export class Admission {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** @throws LatchkeyError too_many_requests */
  async admit({ origin, body }: Caller): Promise<void> {
    await this.#take(TRIES_PER_VIEWER, this.#viewer(origin));
    await this.#take(TRIES_PER_EMAIL, body.email);
  }

  /**
   * Counts a mail with a code, whether or not the e-mail has an account, so that a refusal does not reveal it.
   * @returns false if too many codes were requested for this e-mail in this hour: no mail is sent, and the caller gets
   * the usual answer
   * @throws LatchkeyError too_many_requests
   */
  async admitCode({ origin, body }: Caller): Promise<boolean> {
    await this.#take(CODES_PER_VIEWER, this.#viewer(origin));
    const { limits, now } = this.#options;
    if ((await limits.take(CODES_PER_EMAIL, body.email, now())) !== undefined) return false;
    const all: Allowance = { name: "codes_all", max: this.#options.codesPerDay, seconds: DAY };
    await this.#take(all, "all").catch((error: unknown) => {
      // infra/alarms raises an alarm for this line.
      log("codes_capped");
      throw error;
    });
    return true;
  }

  #viewer(origin: Origin): string {
    return viewerOf(origin, this.#options.edgeProof);
  }

  async #take(allowance: Allowance, who: string): Promise<void> {
    const { limits, now } = this.#options;
    const retryAfter = await limits.take(allowance, who, now());
    if (retryAfter === undefined) return;
    throw new LatchkeyError("too_many_requests", { retryAfter });
  }
}
