import * as z from "zod/mini";
import type { AccountEnding } from "../../shared/accounts/account-ending.ts";
import type { AddressClaims } from "../../shared/agents/address-claims.ts";
import { allOf, otherAddresses } from "../../shared/agents/address-list.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { type EndsClaims, endClaim } from "../../shared/domains/end-claim.ts";
import { log } from "../../shared/log.ts";
import type { TokenOwners } from "../../shared/tokens/token-owners.ts";
import type { Deletion, DeletionQueue } from "../../shared/users/deletion-queue.ts";
import type { UserRows } from "../../shared/users/user-rows.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = EndsClaims & {
  users: UserStore;
  accounts: AccountEnding;
  claims: AddressClaims;
  tokenOwners: Pick<TokenOwners, "remove">;
  mails: RawMails;
  /** The user's rows in each table. */
  rows: Record<(typeof TABLES)[number], UserRows>;
  deletions: DeletionQueue;
  lastLookSeconds: number;
  logInSeconds: number;
  now: () => Date;
};

/** The tables in the order in which they are emptied. */
const TABLES = [
  "configs",
  "webhooks",
  "webhookDeliveries",
  "apiTokens",
  "agents",
  "runs",
  "usage",
  "blocked",
  "mailboxes",
  "quietThreads",
  "deniedSenders",
  "reminders",
  "hourlyLimits",
  "runnerMarks",
  "deliveryMarks",
  "noticeMarks",
  "idempotencyKeys",
  "domains",
] as const;

/** The number of rows that one batch deletes. */
const BATCH = 25;
/** The time that the invocation must still have to delete one more batch and send the next job. */
const LAST_MS = 15_000;

const agentRow = z.object({
  agent_id: z.string(),
  address: z.string(),
  other_addresses: z._default(otherAddresses, []),
});
const tokenRow = z.object({ token_hash: z.string() });
const claimRow = z.object({ domain: z.string(), claim_id: z.string() });
const runRow = z.object({ object_key: z.string(), mail_shared: z.optional(z.boolean()) });

/**
 * Deletes as much of an account as there is time for, in an order in which nothing works on half-deleted data: keys,
 * API tokens, webhooks, agents with their addresses, mails, usage. Each step may be repeated, so the next job continues after a
 * crash.
 *
 * Work that was in progress (a mail being routed or answered, a call of the API) may still write a row. A last look is
 * therefore taken when all of that work has surely ended. Only then is the account of the user pool deleted. The pool
 * limits how many codes go to one address, and that limit disappears with the account, so an earlier deletion would let
 * somebody get around it by signing up and deleting in turns. The user's row marks the pending deletion. It is deleted
 * last, when no log-in can still be in progress that would create it again.
 */
export async function deleteAccount(job: Deletion, deadline: Date, deps: Deps): Promise<void> {
  const { user_id } = job;
  const { users, deletions, now } = deps;
  const user = await users.get(user_id);
  if (user?.deleting_at === undefined) return log("deletion_dropped", { user_id });
  const hasTime = () => deadline.getTime() - now().getTime() > LAST_MS;
  if (!(await deleteRows(user_id, hasTime, deps))) {
    log("deletion_goes_on", { user_id });
    return deletions.send(job, 0);
  }
  const wait = (Date.parse(user.deleting_at) - now().getTime()) / 1000 + deps.lastLookSeconds;
  if (wait > 0) return deletions.send(job, wait);
  if (job.is_account_gone !== true) {
    await deps.accounts.remove(user_id);
    return deletions.send({ user_id, is_account_gone: true }, deps.logInSeconds);
  }
  await users.remove(user_id);
  log("account_deleted", { user_id });
}

/** False when the time ran out before everything was deleted. */
async function deleteRows(userId: string, hasTime: () => boolean, deps: Deps): Promise<boolean> {
  const { claims, tokenOwners, mails, rows, now } = deps;
  const before: Partial<Record<keyof typeof rows, (row: unknown) => Promise<void>>> = {
    agents: (row) => endAddresses(userId, row, claims, now()),
    runs: (row) => deleteMail(row, mails),
    apiTokens: (row) => tokenOwners.remove(tokenRow.parse(row).token_hash),
    domains: (row) => endClaim(claimRow.parse(row), deps),
  };
  for (const table of TABLES) {
    while (await rows[table].deleteSome(userId, BATCH, before[table])) {
      if (!hasTime()) return false;
    }
  }
  return true;
}

/** An agent's addresses lead nowhere from now on, and nobody else ever gets them. */
async function endAddresses(user_id: string, row: unknown, claims: AddressClaims, now: Date): Promise<void> {
  const { agent_id, ...list } = agentRow.parse(row);
  await Promise.all(allOf(list).map(({ address }) => claims.end({ address, user_id, agent_id }, now)));
}

/**
 * One raw mail serves the runs of all its recipients. If another owner's run shows it too, or may show it, the mail
 * stays and the bucket's own rule deletes it after 90 days.
 */
async function deleteMail(row: unknown, mails: RawMails): Promise<void> {
  const { object_key, mail_shared } = runRow.parse(row);
  if (mail_shared === false) await mails.remove(object_key);
}
