import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import type { Lazy } from "../aws/lazy.ts";
import { sendMessage } from "../aws/queue-message.ts";
import { provider } from "../providers/provider.ts";
import type { Provider } from "../providers/registry.ts";
import type { OwnerResolver } from "../reasons/reason.ts";
import { ownerResolver } from "./reason-schema.ts";

/** A message of the agent-runs queue. It says where to look, and nothing in it is trusted. */
const runJob = z.object({
  kind: z._default(z.literal("run"), "run"),
  user_id: z.string(),
  run_id: z.string(),
  /** Lets the runner read the agent beside the run. The sweeper does not know it. */
  agent_id: z.optional(z.string()),
});
/** Checks a stored key with its provider. Only the runner can open the key. */
const verifyJob = z.object({ kind: z.literal("verify"), user_id: z.string(), provider });
/**
 * Requeues the owner's mails that are held for a cause that is resolved now. `agent_id`: only the mails of this agent.
 * `after`: the last run that was looked at. Jobs with the names `release` and `mended` are in the queues of deployed
 * stacks, so these two stay.
 */
const requeueHeldJob = z.object({
  kind: z.literal("release"),
  user_id: z.string(),
  mended: z._default(ownerResolver, "key"),
  agent_id: z.optional(z.string()),
  after: z.optional(z.string()),
});

/** Writes a test mail to a mailbox of the owner's. Only the runner may send. */
const testMailboxJob = z.object({
  kind: z.literal("test_mailbox"),
  user_id: z.string(),
  agent_id: z.string(),
  mailbox_id: z.string(),
});

/** A message without a kind is a run's job. */
export const job = z.union([verifyJob, requeueHeldJob, testMailboxJob, runJob]);
export type Job = z.infer<typeof job>;
export type RunJob = z.infer<typeof runJob>;
export type VerifyJob = z.infer<typeof verifyJob>;
export type RequeueHeldJob = z.infer<typeof requeueHeldJob>;
export type TestMailboxJob = z.infer<typeof testMailboxJob>;

/** The resolved cause (by default a key) and where to look. */
type Where = { resolved?: OwnerResolver } & Partial<Pick<RequeueHeldJob, "agent_id" | "after">>;

/** SQS delays a message by at most 15 minutes. A longer wait takes several messages. */
const MAX_DELAY_SECONDS = 900;

export class JobQueue {
  readonly #sqs: Lazy<SQSClient>;
  readonly #url: string;

  constructor(sqs: Lazy<SQSClient>, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /** Sends a run's job, to be worked on after `seconds` or as long as SQS can wait. */
  async send({ user_id, run_id, agent_id }: Omit<RunJob, "kind">, seconds = 0): Promise<void> {
    await this.#put({ kind: "run", user_id, run_id, agent_id }, seconds);
  }

  /** Sends a job that checks the owner's stored key. */
  async verifyKey(userId: string, provider: Provider): Promise<void> {
    await this.#put({ kind: "verify", user_id: userId, provider }, 0);
  }

  /** Sends a job that requeues held mails. */
  async requeueHeld(user_id: string, { resolved = "key", ...where }: Where = {}): Promise<void> {
    await this.#put({ kind: "release", user_id, mended: resolved, ...where }, 0);
  }

  /** Sends a job that writes a test mail to a mailbox. */
  async testMailbox(job: Omit<TestMailboxJob, "kind">): Promise<void> {
    await this.#put({ kind: "test_mailbox", ...job }, 0);
  }

  /** The message group is the owner, so SQS serves owners fairly and keeps no order (fair queues). */
  async #put(body: Job, seconds: number): Promise<void> {
    await sendMessage(this.#sqs, {
      QueueUrl: this.#url,
      MessageBody: JSON.stringify(body),
      MessageGroupId: body.user_id,
      DelaySeconds: Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS),
    });
  }
}
