import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { MailReason } from "../../../shared/mail/reasons.ts";
import { mailboxId } from "../../../shared/mailboxes/mailbox.ts";
import { heldReason, RUN_REASONS, type RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { someAgent } from "../../support/agents.ts";
import { connect, SUPPORT } from "../../support/mailboxes.ts";
import { MAIL_CASES } from "../../support/reasons/mail-cases.ts";
import { arrive, RUN_CASES } from "../../support/reasons/run-cases.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  const { agents, configs, users } = world.deps;
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  world.setClock(later(0));
  await world.deps.mailboxes.remove("alice", "agent1", mailboxId("agent1", SUPPORT));
  await agents.remove("alice", "agent1");
  await agents.add(someAgent());
  await users.markDeleting("alice", later(0));
  await users.remove("alice");
  const proved = { email_verified_at: later(0).toISOString(), created_at: later(0).toISOString() };
  await users.add({ user_id: "alice", email: "alice@people.example", name: "Alice", ...proved });
  await configs.remove("alice", "gemini");
  await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-4");
});

const reasons = Object.keys(RUN_REASONS).filter((name): name is RunReason => name in RUN_REASONS);
const isOfMail = (reason: RunReason): reason is MailReason => reason in MAIL_CASES;

async function caseOf(reason: RunReason): Promise<Run> {
  if (!isOfMail(reason)) return RUN_CASES[reason](world);
  const { answer_only = [], forwarded, ...mail } = MAIL_CASES[reason];
  if (forwarded) await connect(world.deps.mailboxes);
  await world.deps.agents.patch("alice", "agent1", { answer_only }, later(0));
  return world.work(await arrive(world, { from: "Carol <carol@customer.example>", ...mail }));
}

test.each(reasons)("a mail comes to rest as %s, in the state of the reason's row", async (reason) => {
  const { state, reason: found } = await caseOf(reason);
  expect({ state, reason: found }).toEqual({ state: stateOf(reason), reason });
});

function stateOf(reason: RunReason): Run["state"] {
  if (reason === "kept_for_summary") return "kept";
  return heldReason(reason) ? "held" : "skipped";
}
