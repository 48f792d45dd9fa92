import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import { provider } from "../api/fields.ts";
import type { Late } from "../aws/late.ts";
import { sendMessage } from "../aws/queue-message.ts";
import type { Provider } from "../providers/registry.ts";
import { mended } from "./reasons.ts";

/** What stands in a message of the agent-runs queue: where to look, and nothing that may be trusted. */
const runJob = z.object({ kind: z._default(z.literal("run"), "run"), user_id: z.string(), run_id: z.string() });
/** Ask the provider about a stored key, which only the runner can open. */
const verifyJob = z.object({ kind: z.literal("verify"), user_id: z.string(), provider });
/**
 * Put the owner's mails back to work that are held for what is mended now. `agent_id`: of one agent alone. `after`: the
 * last run that was looked at.
 */
const releaseJob = z.object({
  kind: z.literal("release"),
  user_id: z.string(),
  mended: z._default(mended, "key"),
  agent_id: z.optional(z.string()),
  after: z.optional(z.string()),
});

/** A message without a kind is a run's. */
export const job = z.union([verifyJob, releaseJob, runJob]);
export type Job = z.infer<typeof job>;
export type RunJob = z.infer<typeof runJob>;
export type VerifyJob = z.infer<typeof verifyJob>;
export type ReleaseJob = z.infer<typeof releaseJob>;

/** What is mended, by default a key; where to look. */
type Where = Partial<Pick<ReleaseJob, "mended" | "agent_id" | "after">>;

/** SQS delays a message by 15 minutes at the most; a longer wait is made of several. */
const MAX_DELAY_SECONDS = 900;

export class JobQueue {
  readonly #sqs: Late<SQSClient>;
  readonly #url: string;

  constructor(sqs: Late<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /** Sends a run's job, to be worked after `seconds` or as near to it as SQS can wait. */
  async send({ user_id, run_id }: Pick<RunJob, "user_id" | "run_id">, seconds = 0): Promise<void> {
    await this.#put({ kind: "run", user_id, run_id }, seconds);
  }

  async verify(userId: string, provider: Provider): Promise<void> {
    await this.#put({ kind: "verify", user_id: userId, provider }, 0);
  }

  async release(user_id: string, { mended = "key", ...where }: Where = {}): Promise<void> {
    await this.#put({ kind: "release", user_id, mended, ...where }, 0);
  }

  /** The group id is the owner: SQS then serves owners fairly and keeps no order (fair queues). */
  async #put(body: Job, seconds: number): Promise<void> {
    await sendMessage(this.#sqs, {
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(body),
      MessageGroupId: body.user_id,
      DelaySeconds: Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS),
    });
  }
}
