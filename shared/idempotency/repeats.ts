import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../api/route.ts";
import { LatchkeyError } from "../errors.ts";
import type { Caller } from "../http/handlers.ts";
import { writeProblem } from "../http/problem.ts";
import { describeError, log } from "../log.ts";
import { fingerprintOf, idempotencyKeyOf, requestName } from "./idempotency-key.ts";
import type { IdempotencyStore, StoredRequest } from "./idempotency-store.ts";

const DAY_SECONDS = 24 * 60 * 60;
/** Longer than a function of the API may run, so after it a request that left no answer has crashed. */
const RUNNING_MS = 30_000;
/** A DynamoDB item holds 400 KB. */
const MAX_STORED_BYTES = 350_000;

type Answer = APIGatewayProxyStructuredResultV2;
type Work = { route: Route; event: APIGatewayProxyEventV2; user: Caller; perform: () => Promise<Answer> };

/**
 * Lets a POST with an Idempotency-Key happen at most once in a day, and answers its repetitions.
 *
 * A request that broke off, by a crash or an error on our side, is not done again: it may have sent a mail or cost money.
 * Its repetition is told so, and the client looks before it tries with a new key.
 */
export class Repeats {
  readonly #store: IdempotencyStore;
  readonly #now: () => Date;

  constructor(store: IdempotencyStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** @throws LatchkeyError as `perform` does; `repeat_differs`, `repeat_running`, `repeat_unknown`, `repeat_of_secret` */
  async once({ route, event, user, perform }: Work): Promise<Answer> {
    const key = route.repeat === undefined || route.repeat === "free" ? undefined : idempotencyKeyOf(event);
    if (key === undefined) return perform();
    const now = this.#now();
    const row: StoredRequest = {
      user_id: user.id,
      request: requestName(key, event, user.token?.agent_ids ? user.token.token_id : undefined),
      fingerprint: fingerprintOf(key, event),
      started_at: now.toISOString(),
      state: "running",
      expires_at: Math.floor(now.getTime() / 1000) + DAY_SECONDS,
    };
    const first = await this.#store.begin(row, now);
    if (first === undefined) return this.#perform(row, perform, route.repeat === "once");
    if (first.fingerprint !== row.fingerprint) throw new LatchkeyError("repeat_differs");
    return repeated(first, now, route.repeat === "once");
  }

  async #perform(row: StoredRequest, perform: () => Promise<Answer>, isSecret: boolean): Promise<Answer> {
    try {
      const answer = await perform();
      await this.#finish({ ...row, state: "done", ...(!isSecret && stored(answer)) });
      return answer;
    } catch (error) {
      await this.#fail(row, error);
      throw error;
    }
  }

  async #fail(row: StoredRequest, error: unknown): Promise<void> {
    if (!(error instanceof LatchkeyError) || error.status >= 500) return this.#finish({ ...row, state: "broken" });
    // Refused before anything was done, and the same request may be let in later.
    if (error.code === "too_many_requests") return this.#try(() => this.#store.forget(row));
    return this.#finish({ ...row, state: "done", ...stored(writeProblem(error)) });
  }

  #finish(row: StoredRequest): Promise<void> {
    return this.#try(() => this.#store.finish(row));
  }

  /** What was done is done: if its answer cannot be stored, this caller gets it all the same, and a repetition is told. */
  async #try(write: () => Promise<void>): Promise<void> {
    await write().catch((error: unknown) => log("repeat_not_stored", describeError(error)));
  }
}

function repeated(first: StoredRequest, now: Date, isSecret: boolean): Answer {
  if (first.state === "running" && now.getTime() - Date.parse(first.started_at) < RUNNING_MS) {
    throw new LatchkeyError("repeat_running", { retryAfter: 1 });
  }
  if (first.state !== "done") throw new LatchkeyError("repeat_unknown");
  if (first.answer === undefined) throw isSecret ? new LatchkeyError("repeat_of_secret") : tooLarge();
  const { status, headers, body } = first.answer;
  return {
    statusCode: status,
    headers: { ...headers, "idempotency-replayed": "true" },
    cookies: [],
    ...(body !== undefined && { body }),
  };
}

function tooLarge(): LatchkeyError {
  return new LatchkeyError("conflict", {
    detail: "This was done already, and its answer is too large to be repeated.",
  });
}

function stored({ statusCode: status = 200, headers = {}, body }: Answer): Pick<StoredRequest, "answer"> {
  if (body !== undefined && Buffer.byteLength(body) > MAX_STORED_BYTES) return {};
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return { answer: { status, headers: texts, ...(body !== undefined && { body }) } };
}
