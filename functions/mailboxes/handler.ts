import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { CODE_LENGTH } from "../../shared/forwarding/connection-test.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { hashId, randomId } from "../../shared/ids.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { domainOf, isPlainAddress, isWithin } from "../../shared/mail/address.ts";
import { type Mailbox, mailboxId } from "../../shared/mailboxes/mailbox.ts";
import type { MailboxStore } from "../../shared/mailboxes/mailbox-store.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { shownConfirmation, shownMailbox } from "./mailbox-row.ts";

export type Deps = {
  agents: Pick<AgentStore, "get">;
  mailboxes: MailboxStore;
  testsOfUser: HourlyLimit;
  testsOfMailbox: HourlyLimit;
  jobs: Pick<JobQueue, "testMailbox">;
  mailDomain: string;
  now: () => Date;
};

/** A page shows them all, and each mail is compared with all of them. */
export const MAX_MAILBOXES = 10;

export function mailboxHandlers(deps: Deps): Handlers<"mailboxes"> {
  const { agents, mailboxes, now } = deps;
  const ofOwnAgent = async (userId: string, agentId: string) => {
    if ((await agents.get(userId, agentId)) === undefined) throw new LatchkeyError("not_found");
    return mailboxes.list(userId, agentId);
  };
  return {
    listMailboxes: async ({ user, params }) => {
      const rows = await ofOwnAgent(user.id, params.id);
      const confirmations = await mailboxes.confirmations(user.id, params.id);
      const at = now();
      // An expired row stays for up to two days before DynamoDB deletes it.
      const current = confirmations.filter(({ expires_at }) => expires_at > at.getTime() / 1000);
      return {
        status: 200,
        body: {
          mailboxes: rows.map((row) => shownMailbox(row, at)),
          confirmations: current.map(shownConfirmation),
        },
      };
    },

    connectMailbox: async ({ user, params, body }) => {
      const known = await ofOwnAgent(user.id, params.id);
      refuseAddress(body.address, deps.mailDomain);
      const id = mailboxId(params.id, body.address);
      const isNew = !known.some((row) => row.id === id);
      if (isNew && known.length >= MAX_MAILBOXES) throw new LatchkeyError("limit_reached");
      const row = await startTest(user.id, params.id, body.address, deps);
      return { status: 202, body: shownMailbox(row, now()) };
    },

    testMailbox: async ({ user, params }) => {
      const row = await mailboxes.get(user.id, params.id, params.mailbox);
      if (row === undefined) throw new LatchkeyError("not_found");
      const tested = await startTest(user.id, params.id, row.address, deps);
      return { status: 202, body: shownMailbox(tested, now()) };
    },

    disconnectMailbox: async ({ user, params }) => {
      const row = await mailboxes.get(user.id, params.id, params.mailbox);
      if (row === undefined) throw new LatchkeyError("not_found");
      await mailboxes.remove(user.id, params.id, params.mailbox);
      return { status: 204 };
    },
  };
}

/**
 * Begins a test. The mailbox may be a stranger's, so it gets few mails, whoever asks: both limits are counted before
 * anything is stored.
 */
async function startTest(userId: string, agentId: string, address: string, deps: Deps): Promise<Mailbox> {
  const at = deps.now();
  for (const retryAfter of [
    await deps.testsOfUser.take(userId, at),
    await deps.testsOfMailbox.take(`mailbox-${hashId(address)}`, at),
  ]) {
    if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });
  }
  const id = mailboxId(agentId, address);
  const now = at.toISOString();
  const row = {
    user_id: userId,
    agent_id: agentId,
    id,
    address,
    created_at: now,
    code: randomId(CODE_LENGTH),
    tested_at: now,
  };
  const stored = await deps.mailboxes.startTest(row);
  await deps.jobs.testMailbox({ user_id: userId, agent_id: agentId, mailbox_id: id });
  return stored;
}

/** An agent's own address as its mailbox would be a loop. */
function refuseAddress(address: string, mailDomain: string): void {
  const isOurs = isWithin(domainOf(address), mailDomain.toLowerCase());
  if (!isOurs && isPlainAddress(address)) return;
  const message = isOurs ? "must be a mailbox of yours, and not an agent's address" : "must be an e-mail address";
  throw new LatchkeyError("invalid_request", { fields: [{ field: "address", message }] });
}
