import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Admission } from "../functions/auth/admission.ts";
import { tokenHandlers } from "../functions/tokens/handler.ts";
import { AddressClaims } from "../shared/agents/address-claims.ts";
import { AgentStore } from "../shared/agents/agent-store.ts";
import { ConfigStore } from "../shared/ai-configs/config-store.ts";
import { conversationRoutes } from "../shared/api/routes/conversations.ts";
import { AnsweredSenders } from "../shared/correspondents/answered-senders.ts";
import { BlockList } from "../shared/correspondents/block-list.ts";
import { CorrespondentCaps } from "../shared/correspondents/caps.ts";
import { ClosedNotes } from "../shared/correspondents/closed-notes.ts";
import { Complaints } from "../shared/correspondents/complaints.ts";
import { WireIds } from "../shared/correspondents/wire-ids.ts";
import { domainRow } from "../shared/domains/domain.ts";
import { DomainStore } from "../shared/domains/domain-store.ts";
import { HolderStore } from "../shared/domains/holder-store.ts";
import { Repeats } from "../shared/http/repeats.ts";
import { IdempotencyStore } from "../shared/idempotency/idempotency-store.ts";
import { CallerLimit } from "../shared/limits/caller-limit.ts";
import {
  ADDRESS_CHECKS,
  ADDRESS_CLAIMS,
  DOMAIN_CHECKS,
  HourlyLimit,
  KEY_CHECKS,
  MAILBOX_TESTS,
  OPERATOR_MAILS,
  TEST_MAILS,
  TESTS_OF_ONE_MAILBOX,
  WEBHOOK_TRIES,
} from "../shared/limits/hourly-limit.ts";
import { ReplyCaps } from "../shared/limits/reply-caps.ts";
import { MailboxStore } from "../shared/mailboxes/mailbox-store.ts";
import { NoticeMarks } from "../shared/notices/notice-marks.ts";
import { QuietThreads } from "../shared/quiet/quiet-threads.ts";
import { ReminderStore } from "../shared/reminders/reminder-store.ts";
import { DuplicateGuard } from "../shared/runs/duplicate-guard.ts";
import { RunStore } from "../shared/runs/run-store.ts";
import { DenyList } from "../shared/senders/deny-list.ts";
import { TokenOwners } from "../shared/tokens/token-owners.ts";
import { TokenStore } from "../shared/tokens/token-store.ts";
import { Reservations } from "../shared/usage/reservations.ts";
import { UserStore } from "../shared/users/user-store.ts";
import { DeliveryStore, newDelivery } from "../shared/webhooks/delivery-store.ts";
import { EndpointStore } from "../shared/webhooks/endpoint-store.ts";
import { someAgent } from "./support/agents.ts";
import { apiEvent } from "./support/api-call.ts";
import { sealedConfig } from "./support/configs.ts";
import { documentedRows, type RowKind } from "./support/documented-rows.ts";
import { startDynamo, type TestDynamo } from "./support/dynamo.ts";
import { someMailbox } from "./support/mailboxes.ts";
import { someRun } from "./support/runs.ts";
import { bounds } from "./support/usage.ts";
import { someEndpoint } from "./support/webhooks.ts";

// The hour and the day begin at this moment, so a life is the same from the writing and from the begin.
const NOW = new Date("2026-11-29T00:00:00.000Z");
const CAROL = "carol@customer.example";
const DAY = NOW.toISOString().slice(0, 10);
const kinds = documentedRows();

let dynamo: TestDynamo;
beforeAll(async () => {
  const tables = kinds.map(({ table, key: [partition = "", sort] }) => [table, { partition, ...(sort && { sort }) }]);
  dynamo = await startDynamo(Object.fromEntries(tables));
  await writeAll(dynamo.db);
});
afterAll(() => dynamo.stop());

/** One row of each kind, each by the code that writes it. */
async function writeAll(db: TestDynamo["db"]): Promise<void> {
  const who = { userId: "alice", agentId: "agent1" };
  const answer = { ...who, runId: "run1", receivedAt: NOW.toISOString(), to: CAROL };
  const mail = { agentId: "agent1", messageId: "<m1@x>", envelopeFrom: CAROL, author: CAROL };
  const block = { address: CAROL, reason: "bounced", run_id: "run1", blocked_at: NOW.toISOString() } as const;
  const notice = { user_id: "alice", kind: "key_failed", episode: "e1" } as const;
  await new UserStore(db, "Users").add({ user_id: "alice", email: "", name: "", created_at: "" });
  await new ConfigStore(db, "AiConfigurations").save("alice", "openai", sealedConfig("sk-test-0123456789"), NOW);
  await new AgentStore(db, "AutomationAgents").add(someAgent());
  await new AddressClaims(db, "Addresses", "x.example").claim({
    address: "a@x.example",
    user_id: "alice",
    agent_id: "agent1",
  });
  const claim = { user_id: "alice", domain: "x.example", claim_id: "c1", token: "t1", state: "proven" };
  const domain = domainRow.parse({ ...claim, created_at: NOW.toISOString(), next_check_at: NOW.toISOString() });
  await new DomainStore(db, "Domains").add(domain);
  await new HolderStore(db, "DomainHolders").take(domain, undefined, NOW);
  await new RunStore(db, "Runs").add(someRun());
  await new Reservations(db, "Usage").reserve({ ...who, runId: "run1", day: DAY }, bounds());
  const expires_at = NOW.getTime() / 1000 + 14 * 86_400;
  const asks = { user_id: "alice", agent_id: "agent1", run_id: "run1", service: "Gmail", received_at: "", expires_at };
  await new MailboxStore(db, "Mailboxes").startTest(someMailbox());
  await new MailboxStore(db, "Mailboxes").keepConfirmation(asks);
  await new QuietThreads(db, "QuietThreads").silence("alice", "agent1", "thread1", "asked", NOW);
  await new BlockList(db, "Blocked").add("alice", "agent1", block);
  await new DenyList(db, "DeniedSenders").add("alice", "agent1", ["spam.example"], NOW);
  await new ReminderStore(db, "Reminders").plan("alice", NOW, "hourly");
  await new AnsweredSenders(db, "RunnerMarks").add("alice", "agent1", CAROL, NOW);
  await new ClosedNotes(db, "RunnerMarks").isFirst({ ...who, runId: "run1", to: CAROL, period: "p1" }, NOW);
  const ofMailboxes = [MAILBOX_TESTS, TESTS_OF_ONE_MAILBOX];
  const ofAddresses = [ADDRESS_CHECKS, ADDRESS_CLAIMS, OPERATOR_MAILS, DOMAIN_CHECKS, WEBHOOK_TRIES];
  for (const allowance of [KEY_CHECKS, TEST_MAILS, ...ofAddresses, ...ofMailboxes]) {
    await new HourlyLimit(db, "HourlyLimits", allowance).take("alice", NOW);
  }
  await new DuplicateGuard(db, "RunnerMarks").isFirst("alice", "run1", mail, NOW);
  await new CorrespondentCaps(db, "RunnerMarks").take(answer, { perHour: 1, perDay: 1, perDomainPerHour: 1 });
  await new ReplyCaps(db, "RunnerMarks", { perHour: 9, perDay: 9, ownerShare: 100 }).take("alice", NOW);
  await new WireIds(db, "DeliveryMarks").remember({ ...who, correspondent: CAROL }, "0100-ses", "root1", NOW);
  await new Complaints(db, "DeliveryMarks").add("alice", "agent1", "run1", DAY, NOW);
  await new NoticeMarks(db, "NoticeMarks").make(notice, NOW);
  await new EndpointStore(db, "Webhooks").add(someEndpoint());
  const event = { userId: "alice", webhookId: "hook1", eventId: "msg_1", type: "run.held", body: "{}" };
  await new DeliveryStore(db, "WebhookDeliveries").add(newDelivery(event, NOW.toISOString(), NOW));
  await writeToken(db);
  await new Repeats(new IdempotencyStore(db, "IdempotencyKeys"), () => NOW).once({
    route: conversationRoutes.dropRun,
    event: apiEvent({ route: "POST /api/conversations/{id}/drop", headers: { "idempotency-key": "one" } }),
    user: { id: "alice" },
    perform: async () => ({ statusCode: 200 }),
  });
  const limits = new CallerLimit(db, "CallerLimits");
  const admission = new Admission({ limits, edgeProof: "proof", codesPerDay: 1, now: () => NOW });
  const caller = { origin: { peer: "192.0.2.1", forwardedFor: "", edge: undefined }, body: { email: CAROL } };
  await admission.admit(caller);
  await admission.admitCode(caller);
}

/** A token that ends at NOW, because it was made for the usual 90 days. */
async function writeToken(db: TestDynamo["db"]): Promise<void> {
  const made = new Date(NOW.getTime() - 90 * 24 * 60 * 60 * 1000);
  const handlers = tokenHandlers({
    tokens: new TokenStore(db, "ApiTokens"),
    owners: new TokenOwners(db, "ApiTokenOwners"),
    agents: new AgentStore(db, "AutomationAgents"),
    users: new UserStore(db, "Users"),
    now: () => made,
  });
  await handlers.createToken({
    user: { id: "alice" },
    body: { name: "A program", scopes: ["drafts:decide"], agentIds: null },
    params: undefined,
    query: undefined,
    cookies: [],
    origin: { peer: "192.0.2.1", forwardedFor: "", edge: undefined },
  });
}

const PARTS: Record<string, string> = {
  day: "\\d{4}-\\d\\d-\\d\\d",
  hour: "\\d{4}-\\d\\d-\\d\\dT\\d\\d",
  month: "\\d{4}-\\d\\d",
  hash: "[0-9a-f]{32}",
  agent: "agent1",
  run: "run1",
  kind: "key_failed",
  window: "\\d+",
};

function isOfKind(row: Record<string, unknown>, { key, pattern }: RowKind): boolean {
  const form = pattern?.replace(/\{(\w+)\}/g, (_, part: string) => PARTS[part] ?? "(?!)") ?? ".*";
  return new RegExp(`^${form}$`).test(String(row[key[1] ?? ""] ?? ""));
}

const HOURS: Record<string, number> = { min: 1 / 60, h: 1, days: 24 };

/** Undefined for what does not expire. */
function secondsOf(stays: string): number | undefined {
  const [, number, unit = ""] = /^(\d+) (min|h|days)(?: after its end)?$/.exec(stays) ?? [];
  return number === undefined ? undefined : Number(number) * (HOURS[unit] ?? 0) * 3_600;
}

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  return (await dynamo.db.send(new ScanCommand({ TableName: table }))).Items ?? [];
}

const named = (kind: RowKind) => [`${kind.table} ${kind.pattern ?? ""}`.trim(), kind] as const;

test.each(kinds.map(named))("a row of %s has the key and the life of the page", async (_, kind) => {
  const rows = (await rowsOf(kind.table)).filter((row) => isOfKind(row, kind));
  expect(rows.length).toBeGreaterThan(0);
  const seconds = secondsOf(kind.stays);
  const until = seconds === undefined ? undefined : NOW.getTime() / 1000 + seconds;
  for (const row of rows) expect(row["expires_at"]).toBe(until);
});

test("no row is of a kind that the page does not list", async () => {
  for (const table of new Set(kinds.map((kind) => kind.table))) {
    for (const row of await rowsOf(table)) {
      const matching = kinds.filter((kind) => kind.table === table && isOfKind(row, kind));
      expect(matching, JSON.stringify(row)).toHaveLength(1);
    }
  }
});
