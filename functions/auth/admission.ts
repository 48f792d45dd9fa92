import { LatchkeyError } from "../../shared/errors.ts";
import { type Origin, viewerOf } from "../../shared/http/viewer.ts";
import type { Allowance, CallerLimit } from "../../shared/limits/caller-limit.ts";
import { log } from "../../shared/log.ts";

/** An office of hundreds behind one address logs in within a few minutes; a program that guesses needs thousands. */
const TRIES_PER_VIEWER: Allowance = { name: "tries", max: 120, seconds: 60 };

/**
 * Tries with one e-mail, from wherever. Cognito locks an account after five wrong passwords, so a stranger can keep
 * somebody out no longer by this than by that: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 */
const TRIES_PER_EMAIL: Allowance = { name: "tries_email", max: 30, seconds: 300 };

const CODES_PER_EMAIL: Allowance = { name: "codes_email", max: 5, seconds: 3_600 };
const CODES_PER_VIEWER: Allowance = { name: "codes", max: 60, seconds: 3_600 };
const DAY = 86_400;

type Caller = { origin: Origin; body: { email: string } };

type Options = {
  limits: Pick<CallerLimit, "take">;
  /** What only our CloudFront says. */
  edgeProof: string;
  /** Mails with a code in a UTC day, of all callers together. */
  codesPerDay: number;
  now: () => Date;
};

/** Who may try to sign in now, and who may have a mail with a code. Asked before Cognito is. */
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
   * Counts a mail with a code, whether or not the e-mail has an account: a refusal tells nothing of that.
   * @returns false where this e-mail was asked for often this hour: it is sent no more, and the caller is told as before
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
