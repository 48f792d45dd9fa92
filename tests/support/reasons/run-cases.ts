import { PutObjectCommand } from "@aws-sdk/client-s3";
import { summaryRun } from "../../../functions/agent-runner/digest/summary-run.ts";
import { canaryOf } from "../../../functions/agent-runner/prompt/canary.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { KeySealer } from "../../../shared/ai-configs/vault.ts";
import type { MailReason } from "../../../shared/mail/reasons.ts";
import type { RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { Secret } from "../../../shared/secret.ts";
import { DenyList } from "../../../shared/senders/deny-list.ts";
import { someAgent } from "../agents.ts";
import { sealedConfig } from "../configs.ts";
import { CODE, connect, SUPPORT, someMailbox } from "../mailboxes.ts";
import { gemini, openAIText, openai } from "../providers/fault-bodies.ts";
import type { Fault } from "../providers/fault-server.ts";
import type { RunnerWorld } from "../runner-world.ts";
import { later, RECEIVED_AT, read, someRun } from "../runs.ts";
import { type MailCase, rawMail } from "./mail-cases.ts";

export type RunCase = (world: RunnerWorld) => Promise<Run>;

let mails = 0;

/** A mail of that form, stored and routed; nobody writes twice unless the run says so. */
export async function arrive(world: RunnerWorld, mail: MailCase = {}): Promise<Run> {
  const name = `mail${++mails}`;
  const object_key = `inbound/${name}`;
  const from = mail.from ?? `Carol <carol@${name}.example>`;
  const Body = rawMail(name, { ...mail, from });
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const envelope_from = `carol@${name}.example`;
  const run = someRun({ run_id: `20261123120000000-${name}`, object_key, envelope_from, from, ...mail.run });
  world.setClock(new Date(RECEIVED_AT));
  await world.deps.runs.add(run);
  return run;
}

const work = async (world: RunnerWorld, mail: MailCase = {}) => world.work(await arrive(world, mail));

/** A mail while the provider says that. */
const says =
  (fault: Fault): RunCase =>
  (world) => {
    world.provider.say(fault);
    return work(world);
  };

const agent = (changes: Parameters<RunnerWorld["deps"]["agents"]["patch"]>[2]) => (world: RunnerWorld) =>
  world.deps.agents.patch("alice", "agent1", changes, later(0));

/** The second of two mails from there, at an agent of those limits. */
const second =
  (changes: Parameters<typeof agent>[0], ...froms: [string, string]): RunCase =>
  async (world) => {
    await agent(changes)(world);
    await work(world, { from: froms[0], run: { envelope_from: froms[0] } });
    return work(world, { from: froms[1], run: { envelope_from: froms[1] } });
  };

const budget = (usd: number) => (world: RunnerWorld) => world.deps.users.patch("alice", { monthly_budget_usd: usd });

const PLATFORM = {
  provider: "openai",
  model: "gpt-4o-mini",
  mailsPerMonth: 0,
  open: async () => ({ key: new Secret("sk-team-0123456789"), fingerprint: "team" }),
} as const;
const THREE_DAYS = { "retry-after": String(3 * 24 * 3_600) };
const LEAK = `My instructions: ${canaryOf({ agent_id: "agent1" })}`;
const REFUSED_BY_SES = "<ErrorResponse><Error><Type>Sender</Type><Code>MessageRejected</Code></Error></ErrorResponse>";

/** Works the run once more when it is due. */
async function whenDue(world: RunnerWorld, run: Run): Promise<Run> {
  world.setClock(new Date(run.next_check_at ?? RECEIVED_AT));
  return world.work(run);
}

/** For each reason that lies in the work, a mail that comes to rest for it. A reason without one does not compile. */
export const RUN_CASES: Record<Exclude<RunReason, MailReason>, RunCase> = {
  agent_paused: async (world) => {
    await agent({ is_active: false })(world);
    return work(world);
  },
  agent_deleted: async (world) => {
    await world.deps.agents.remove("alice", "agent1");
    return work(world);
  },
  connection_test: async (world) => {
    await world.deps.mailboxes.startTest(someMailbox());
    return work(world, { from: "connect@agents.example", headers: [`Subject: Latchkey connection test lk-${CODE}`] });
  },
  owners_mail: async (world) => {
    await connect(world.deps.mailboxes);
    return work(world, { from: SUPPORT, headers: ["To: erin@customer.example"], run: { envelope_from: SUPPORT } });
  },
  owner_answers: async (world) => {
    const run = await work(world, { from: "finn@customer.example" });
    await world.deps.quiet.silence("alice", "agent1", run.thread_id ?? "", "asked", later(0));
    const reply = { from: "finn@customer.example", headers: [`References: ${run.reply?.in_reply_to}`] };
    return work(world, reply);
  },
  domain_unproven: async (world) => {
    const { agents } = world.deps;
    await agents.add({ ...someAgent(), address: "support@bakery.example" });
    const run = await work(world);
    await agents.add(someAgent());
    return run;
  },
  no_ai_config: async (world) => {
    await world.deps.configs.remove("alice", "openai");
    return work(world);
  },
  key_unreadable: async (world) => {
    const ciphertext = await new KeySealer(world.aws.kms, world.aws.keyArn).seal("bob", "openai", new Secret("sk-x"));
    await world.deps.configs.save("alice", "openai", { ...sealedConfig("sk-x"), ciphertext }, later(0));
    return work(world);
  },
  daily_limit: second({ max_mails_per_day: 1 }, "a@one.example", "b@two.example"),
  monthly_budget: async (world) => {
    await budget(0.000_1)(world);
    return work(world);
  },
  agent_daily_budget: async (world) => {
    await agent({ max_usd_per_day: 0.000_1 })(world);
    return work(world);
  },
  price_unknown: async (world) => {
    await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-unlisted");
    await budget(1_000)(world);
    return work(world);
  },
  free_mails_used: async (world) => {
    await world.deps.configs.remove("alice", "openai");
    return world.work(await arrive(world), { platform: PLATFORM });
  },
  correspondent_cap: second({ max_replies_per_correspondent_per_hour: 1 }, "d@cap.example", "d@cap.example"),
  domain_cap: second({ max_replies_per_domain_per_hour: 1 }, "e@domain.example", "f@domain.example"),
  correspondent_blocked: async (world) => {
    const address = "blocked@customer.example";
    const row = { address, reason: "bounced", run_id: "earlier", blocked_at: RECEIVED_AT } as const;
    await world.deps.correspondents.blocked.add("alice", "agent1", row);
    return work(world, { from: address });
  },
  too_old: async (world) => {
    const run = await arrive(world);
    world.setClock(later(49 * 3_600));
    return world.work(run);
  },
  denied_sender: async (world) => {
    await agent({ denies_senders: true })(world);
    await new DenyList(world.db, "denied-senders").add("alice", "agent1", ["spam.example"], later(0));
    return work(world, { from: "Carol <carol@mail.spam.example>" });
  },
  // Monday noon.
  office_closed: async (world) => {
    const ranges = [{ day: "tue", from: "09:00", to: "17:00" }] as const;
    await agent({ office_hours: { ranges: [...ranges], holidays: [], outside: "hold", note: "" } })(world);
    return work(world);
  },
  duplicate: async (world) => {
    const raw = rawMail("twice", { from: "g@twice.example" });
    const sent = { raw, run: { envelope_from: "g@twice.example", from: "g@twice.example" } };
    await work(world, sent);
    return work(world, sent);
  },
  broke_down: (world) => {
    const lease = { holder: "dead", until: new Date(0).toISOString() };
    return work(world, { run: { ...read, state: "claimed", lease, next_check_at: lease.until, crashes: 2 } });
  },
  answer_lost: async (world) => {
    world.provider.say("cut before the answer");
    return whenDue(world, await work(world));
  },
  key_rejected: says(openai(401, "invalid_request_error", "invalid_api_key")),
  no_credit: says(openai(429, "insufficient_quota", "insufficient_quota")),
  model_unavailable: says(openai(404, "invalid_request_error", "model_not_found")),
  lacks_rights: says(openai(401, "invalid_request_error", "no_organization")),
  address_blocked: says(openai(401, "invalid_request_error", "ip_not_authorized")),
  service_disabled: async (world) => {
    await world.deps.configs.remove("alice", "openai");
    await world.storeKey("gemini", "AIza-test-alice-0123456789", "gemini-2.5-flash");
    return says(gemini(403, "PERMISSION_DENIED", "No.", { reason: "SERVICE_DISABLED" }))(world);
  },
  account_suspended: says(openai(401, "invalid_request_error", "account_deactivated")),
  verification_needed: says(
    openai(404, "invalid_request_error", null, "Your organization must be verified to use the model `o3`."),
  ),
  rate_limited: says({ ...status(429, "rate_limit_exceeded"), headers: THREE_DAYS }),
  provider_down: says({ ...status(503, "server_is_overloaded"), headers: THREE_DAYS }),
  bad_call: says(openai(400, "invalid_request_error", "unsupported_value")),
  too_long: says(openai(400, "invalid_request_error", "context_length_exceeded")),
  refused: says(openAIText({ content: null, refusal: "No." }, "stop")),
  instructions_told: says(openAIText({ content: LEAK, refusal: null }, "stop")),
  bad_answer: says(openAIText({ content: "", refusal: null }, "stop")),
  may_have_been_sent: async (world) => {
    world.ses.say("cut before the answer");
    return whenDue(world, await work(world));
  },
  dropped: async (world) => {
    await agent({ is_active: false })(world);
    const held = await work(world);
    return (await world.deps.runs.apply(held, { type: "drop" }, later(1))) ?? held;
  },
  send_refused: (world) => {
    world.ses.say({ status: 400, headers: { "content-type": "text/xml" }, body: REFUSED_BY_SES });
    return work(world);
  },
  kept_for_summary: async (world) => {
    await digest(world);
    return work(world);
  },
  nothing_kept: async (world) => world.work(await dueSummary(world)),
  owner_address_unproved: async (world) => {
    const summary = await dueSummary(world);
    await world.deps.users.setAddress("alice", "alice@people.example", undefined);
    return world.work(summary);
  },
};

/** Makes the agent one that answers nobody. */
async function digest(world: RunnerWorld): Promise<Agent> {
  const made = someAgent({ type: "email_digest" });
  await world.deps.agents.remove(made.user_id, made.agent_id);
  await world.deps.agents.add(made);
  return made;
}

/** A summary that is due at a moment of its own, without a kept mail. */
async function dueSummary(world: RunnerWorld): Promise<Run> {
  const due = later(++mails * 60);
  const summary = summaryRun(await digest(world), due, "agents.example", due);
  await world.deps.runs.add(summary);
  world.setClock(due);
  return summary;
}

function status(code: number, said: string) {
  return { status: code, body: { error: { message: "No.", type: "server_error", param: null, code: said } } };
}
