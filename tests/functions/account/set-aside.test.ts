import { afterAll, beforeAll, expect, it } from "vitest";
import { setAside } from "../../../functions/account/set-aside.ts";
import { openai } from "../../support/providers/fault-bodies.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  world.ses.say(SES_SENDS);
  const account = {
    user_id: "alice",
    email: "alice@people.example",
    name: "Alice",
    created_at: later(0).toISOString(),
  };
  await world.deps.users.add({ ...account, monthly_budget_usd: 0.15 });
});
afterAll(() => world.stop());

const ofMonth = () => world.usageOf("month:2026-11");

it("two lost calls that fill a budget show as reserved, first for the call to come and then until the month ends", async () => {
  expect(setAside(await ofMonth(), 0)).toEqual({ open_usd: 0, lost_usd: 0 });
  world.provider.say("cut before the answer");
  const waiting = await world.work(await world.arrive("lost"));
  const open = setAside(await ofMonth(), 0);
  expect(open).toMatchObject({ open_usd: expect.any(Number), lost_usd: 0 });
  expect(open.open_usd).toBeGreaterThan(0.03);

  world.setClock(new Date(waiting.next_check_at ?? ""));
  expect(await world.work(waiting)).toMatchObject({ state: "held", reason: "answer_lost" });
  const lost = setAside(await ofMonth(), 0);
  expect(lost.open_usd).toBe(0);
  expect(lost.lost_usd).toBeCloseTo(2 * open.open_usd, 6);

  world.provider.say(PROVIDER_ANSWERS);
  const next = await world.arrive("answered");
  // The pause after the lost calls is over.
  world.setClock(later(3_600));
  const answered = await world.work(next);
  expect(answered).toMatchObject({ state: "replied" });
  const cost = (answered.answer?.cost_nano_usd ?? 0) / 1e9;
  expect(cost).toBeGreaterThan(0);
  expect(setAside(await ofMonth(), cost)).toEqual(lost);
});

it("a call that surely cost nothing leaves nothing reserved", async () => {
  const before = await ofMonth();
  world.provider.say(openai(503, "server_error", null));
  await world.work(await world.arrive("down"));
  expect(setAside(await ofMonth(), 0)).toEqual(setAside(before, 0));
});
