import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { PAYLOADS, payload } from "../../../shared/webhooks/event.ts";
import { type ReceivedCall, type Receiver, startReceiver } from "../../support/receiver.ts";
import { someRun } from "../../support/runs.ts";
import { BEGIN, type SenderWorld, startSenderWorld } from "../../support/sender-world.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

let world: SenderWorld;
let receiver: Receiver;
let users = 0;
let user_id = "";
beforeAll(async () => {
  world = await startSenderWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  user_id = `user${users++}`;
  receiver = await startReceiver();
  world.queue.waiting.length = 0;
  world.notices.length = 0;
});
afterEach(() => receiver.stop());

/** A mail that was answered now. */
function repliedRun(name = "run1") {
  const at = world.now().toISOString();
  const timeline = ["received", "claim", "answered", "send_started", "sent"].map((event) => ({ at, event }));
  return someRun({ user_id, run_id: name, state: "replied", timeline });
}
const announce = (name?: string) => world.announcer.outcomes(repliedRun(name));
const endpointOf = (row: { webhook_id: string }) => world.deps.endpoints.get(user_id, row.webhook_id);
const idsOf = (calls: ReceivedCall[]) => calls.map(({ headers }) => headers["webhook-id"]);

/** The public library's word on a call. The clock is the test's, because the library refuses old calls. */
function verified(secret: string, { body, headers }: ReceivedCall): unknown {
  vi.useFakeTimers({ now: world.now(), toFake: ["Date"] });
  try {
    return new Webhook(secret).verify(body, headers);
  } finally {
    vi.useRealTimers();
  }
}

test("an event arrives as the specification says, and its signature is right for the public library", async () => {
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  const [call] = receiver.calls;
  if (call === undefined) throw new Error("Nothing was called");
  const received = verified(hook.secret, call);
  expect(PAYLOADS["run.replied"].parse(received)).toEqual({
    type: "run.replied",
    timestamp: world.now().toISOString(),
    data: {
      run_id: "run1",
      agent_id: "agent1",
      received_at: "2026-11-23T12:00:00.000Z",
      state: "replied",
      link: "https://app.latchkey.dev/conversations/run1",
    },
  });
  expect(call.headers).toMatchObject({ "content-type": "application/json", "user-agent": "Latchkey-Webhooks/1" });
  expect(call.headers["webhook-id"]).toMatch(/^msg_[0-9a-f]{32}$/);
  expect(call.headers["webhook-timestamp"]).toBe(String(Math.floor(world.now().getTime() / 1000)));
  expect(() => verified("whsec_c29tZSBvdGhlciBzZWNyZXQgb2Ygc29tZW9uZQ==", call)).toThrow();
  expect(() => verified(hook.secret, { ...call, body: `${call.body} ` })).toThrow();
  const [row] = await world.log(hook);
  expect(row).toMatchObject({ state: "delivered", attempts: [{ status: 204, failure: null }] });
});

test("nothing of the mail is in an event: no subject, no address, no text", async () => {
  await world.endpoint(user_id, receiver.url);
  const run = repliedRun();
  await world.announcer.outcomes({ ...run, text: "secret text", subject: "secret subject" });
  await world.run();
  expect(receiver.calls).toHaveLength(1);
  expect(JSON.stringify(receiver.calls)).not.toMatch(/secret|carol|customer\.example|abc@/);
});

test("an event that is announced again is called once, and a call that nobody made is made then", async () => {
  await world.endpoint(user_id, receiver.url);
  for (let i = 0; i < 3; i++) await announce();
  await world.run();
  expect(receiver.calls).toHaveLength(1);
  // The process that wrote the delivery died before it sent the message.
  await announce("run2");
  vi.spyOn(world.deps.queue, "call").mockRejectedValueOnce(new Error("The process ended"));
  await expect(world.run()).rejects.toThrow("The process ended");
  await announce("run2");
  await world.run();
  expect(receiver.calls).toHaveLength(2);
});

test("a failed call is made again under the same id by the schedule, nine times in a day, and then the webhook is paused and its owner told once", async () => {
  receiver.status(500, {}, "no database\u0000\u0007 today");
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await announce("run2");
  await world.run(2 * DAY);
  const calls = receiver.calls.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(calls).size).toBe(2);
  const rows = await world.log(hook);
  expect(rows.map(({ state, attempts }) => [state, attempts.length])).toEqual([
    ["failed", 9],
    ["failed", expect.any(Number)],
  ]);
  expect(rows[0]?.attempts[0]).toMatchObject({ status: 500, failure: "status", answer: "no database   today" });
  expect(await endpointOf(hook)).toMatchObject({ is_active: false, paused_reason: "failing" });
  expect(world.notices).toMatchObject([{ kind: "webhook_paused", user_id, webhook_name: "Shop", reason: "failing" }]);
  expect(world.queue.waiting).toEqual([]);
});

test("each call is signed at its own time", async () => {
  const hook = await world.endpoint(user_id, receiver.url);
  receiver.status(500);
  await announce();
  await world.run();
  const first = receiver.calls[0];
  await world.run(10 * MINUTE);
  const last = receiver.calls.at(-1);
  expect(receiver.calls.length).toBeGreaterThan(2);
  if (!first || !last) throw new Error("Nothing was called");
  expect(Number(last.headers["webhook-timestamp"])).toBeGreaterThan(Number(first.headers["webhook-timestamp"]));
  expect([last.headers["webhook-id"], last.body]).toEqual([first.headers["webhook-id"], first.body]);
  vi.useFakeTimers({ now: Number(last.headers["webhook-timestamp"]) * 1_000, toFake: ["Date"] });
  expect(() => new Webhook(hook.secret).verify(last.body, last.headers)).not.toThrow();
  vi.useRealTimers();
});

test("410 Gone pauses the webhook at once", async () => {
  receiver.status(410);
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run(DAY);
  expect(receiver.calls).toHaveLength(1);
  expect(await endpointOf(hook)).toMatchObject({ is_active: false, paused_reason: "gone" });
  expect(world.notices).toMatchObject([{ kind: "webhook_paused", reason: "gone" }]);
});

test("Retry-After of a busy receiver holds for every event to it", async () => {
  receiver.status(429, { "retry-after": "3600" });
  await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  receiver.status(204);
  await announce("run2");
  await world.run(59 * MINUTE);
  expect(receiver.calls).toHaveLength(1);
  await world.run(3 * MINUTE);
  expect(new Set(idsOf(receiver.calls)).size).toBe(2);
  expect(receiver.calls).toHaveLength(3);
});

test("Retry-After of an error that is no pause changes nothing", async () => {
  receiver.status(500, { "retry-after": "3600" });
  await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run(MINUTE);
  expect(receiver.calls.length).toBe(2);
});

test("an event is not called for an endpoint that does not want it, is off, or is younger", async () => {
  await announce();
  await world.endpoint(user_id, receiver.url, { events: ["run.held"] });
  await world.endpoint(user_id, receiver.url, { agent_ids: ["agent2"] });
  await world.endpoint(user_id, receiver.url, { is_active: false });
  const run = repliedRun();
  world.advance(1_000);
  await world.endpoint(user_id, receiver.url);
  await world.announcer.outcomes(run);
  await world.endpoint(`${user_id}-other`, receiver.url);
  expect(world.queue.waiting).toEqual([]);
});

test("of ten webhooks at the same address each gets the event, signed with its own secret", async () => {
  const hooks = [];
  for (let i = 0; i < 10; i++) hooks.push(await world.endpoint(user_id, receiver.url));
  await announce();
  await world.run();
  expect(receiver.calls).toHaveLength(10);
  // One event has one id, whoever gets it.
  expect(new Set(idsOf(receiver.calls)).size).toBe(1);
  for (const { secret } of hooks) {
    const accepted = receiver.calls.filter((call) => {
      try {
        return verified(secret, call) !== undefined;
      } catch {
        return false;
      }
    });
    expect(accepted).toHaveLength(1);
  }
});

test("a webhook that is deleted while a call waits is not called, and leaves no log", async () => {
  receiver.status(500);
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  await world.deps.endpoints.remove(user_id, hook.webhook_id);
  await world.deps.queue.send({ kind: "forget", user_id, webhook_id: hook.webhook_id });
  await world.run(DAY);
  expect(receiver.calls).toHaveLength(1);
  expect(await world.log(hook)).toEqual([]);
});

test("during a rotation both secrets sign, also a call that waited, and afterwards the new one alone", async () => {
  receiver.status(500);
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  const fresh = await world.rotate(hook, new Date(world.now().getTime() + 10 * MINUTE));
  receiver.status(204);
  await world.run(5_000);
  const [, during] = receiver.calls;
  if (!during) throw new Error("The call was not made again");
  expect(verified(hook.secret, during)).toEqual(verified(fresh, during));
  world.advance(11 * MINUTE);
  await announce("run2");
  await world.run();
  const after = receiver.calls.at(-1);
  if (!after) throw new Error("Nothing was called");
  expect(payload.safeParse(verified(fresh, after)).success).toBe(true);
  expect(() => verified(hook.secret, after)).toThrow();
  expect(after.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
});

test("a process that dies after a call and before it is written makes the call again, with the same id", async () => {
  await world.endpoint(user_id, receiver.url);
  await announce();
  vi.spyOn(world.deps.deliveries, "endTurn").mockRejectedValueOnce(new Error("The process ended"));
  await expect(world.run()).rejects.toThrow("The process ended");
  expect(receiver.calls).toHaveLength(1);
  // SQS delivers the message again when its visibility ends, and the dead caller's place is free by then.
  world.advance(3 * MINUTE);
  await announce();
  await world.run();
  expect(receiver.calls).toHaveLength(2);
  expect(new Set(idsOf(receiver.calls)).size).toBe(1);
});

test("a process that dies between a turn's end and the next message does not end the calls", async () => {
  receiver.status(500);
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run(0, { queue: world.queue });
  const [row] = await world.log(hook);
  if (!row) throw new Error("There is no delivery");
  world.queue.waiting.length = 0;
  const { webhook_id, delivery_id } = row;
  await world.deps.queue.send({ kind: "call", user_id, webhook_id, delivery_id, turn: row.turn - 1, hops: 0 });
  receiver.status(204);
  await world.run(MINUTE);
  expect(receiver.calls).toHaveLength(2);
  expect((await world.log(hook))[0]?.state).toBe("delivered");
});

test("two messages for one turn make one call", async () => {
  await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  const hook = (await world.deps.endpoints.list(user_id))[0];
  const [row] = hook ? await world.log(hook) : [];
  if (!row) throw new Error("There is no delivery");
  const { webhook_id, delivery_id } = row;
  for (const turn of [0, 0, 1]) {
    await world.deps.queue.send({ kind: "call", user_id, webhook_id, delivery_id, turn, hops: 0 });
  }
  await world.run(DAY);
  expect(receiver.calls).toHaveLength(1);
});

test("a paused webhook keeps what it misses, and all of it is delivered anew once it is on again", async () => {
  receiver.status(410);
  const hook = await world.endpoint(user_id, receiver.url);
  await announce();
  await world.run();
  world.advance(MINUTE);
  await announce("run2");
  await announce("run3");
  await world.run(DAY);
  expect(receiver.calls).toHaveLength(1);
  expect((await world.log(hook)).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
  // While it is off, nothing is delivered anew.
  const job = { kind: "redeliver", user_id, webhook_id: hook.webhook_id, since: BEGIN.toISOString() } as const;
  await world.deps.queue.send(job);
  await world.run();
  expect(receiver.calls).toHaveLength(1);
  const on = { is_active: true, paused_reason: null, failures: 0 };
  await world.deps.endpoints.patch(user_id, hook.webhook_id, on, world.now());
  receiver.status(204);
  await world.deps.queue.send(job);
  await world.run(MINUTE);
  expect(new Set(idsOf(receiver.calls)).size).toBe(3);
  expect((await world.log(hook)).map(({ state }) => state)).toEqual(["delivered", "delivered", "delivered"]);
});

test("a receiver that never answers occupies its own places alone, and a quick one beside it gets everything", async () => {
  const quick = await startReceiver();
  const slow = await world.endpoint(user_id, receiver.url);
  const other = `${user_id}-other`;
  await world.endpoint(other, quick.url);
  const held = Promise.withResolvers<void>();
  receiver.answer((_request, response) => void held.promise.then(() => response.writeHead(500).end()));
  for (let i = 0; i < 20; i++) {
    await announce(`run${i}`);
    await world.announcer.outcomes({ ...repliedRun(`run${i}`), user_id: other });
  }
  // All messages are worked at the same time, as by as many invocations.
  const working: Promise<unknown>[] = [];
  for (let round = 0; round < 2; round++) {
    for (let next = world.queue.take(world.now().getTime()); next; next = world.queue.take(world.now().getTime())) {
      working.push(workOne(next.body));
    }
    await vi.waitFor(() => expect(world.queue.waiting.length + receiver.calls.length).toBeGreaterThan(0));
    if (round === 0) await vi.waitFor(() => expect(world.queue.waiting.length).toBe(40));
  }
  await vi.waitFor(() => expect(quick.calls.length).toBeGreaterThan(0));
  await vi.waitFor(() => expect(receiver.calls.length).toBeGreaterThan(0));
  expect(receiver.calls.length).toBeLessThanOrEqual(5);
  expect(Object.keys((await endpointOf(slow))?.in_flight ?? {}).length).toBeLessThanOrEqual(5);
  held.resolve();
  await Promise.all(working);
  // Now the slow one is known to fail, and is called once a minute.
  const before = receiver.calls.length;
  await world.run(2 * MINUTE);
  expect(quick.calls.length).toBe(20);
  expect(receiver.calls.length - before).toBeLessThanOrEqual(3);
  await quick.stop();
});

async function workOne(body: string): Promise<void> {
  const { work } = await import("../../../functions/webhook-sender/handler.ts");
  const { webhookJob } = await import("../../../shared/webhooks/webhook-job.ts");
  await work(webhookJob.parse(JSON.parse(body)), world.deps);
}

test("one event that a working receiver always refuses does not pause the webhook", async () => {
  const hook = await world.endpoint(user_id, receiver.url);
  receiver.answer((_request, response, body) => response.writeHead(body.includes("run-bad") ? 500 : 204).end());
  await announce("run-bad");
  for (let hour = 0; hour < 30; hour++) {
    await announce(`run${hour}`);
    await world.run(60 * MINUTE);
  }
  expect(await endpointOf(hook)).toMatchObject({ is_active: true, paused_reason: null });
  const states = (await world.log(hook)).map(({ state }) => state);
  expect(states.filter((state) => state === "failed")).toHaveLength(1);
  expect(world.notices).toEqual([]);
});

test("what the receiver answers is in no line of the log, and neither is its address", async () => {
  receiver.status(500, { "x-token": "secret-header" }, "secret-answer");
  await world.endpoint(user_id, `${receiver.url}/secret-path`);
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  await announce();
  await world.run(MINUTE);
  write.mockRestore();
  expect(lines.join("")).toContain("webhook_called");
  expect(lines.join("")).not.toMatch(/secret|localhost|whsec/);
});

test("a test event is called once, also while the webhook is off", async () => {
  receiver.status(500);
  const { testDelivery } = await import("../../../functions/webhooks/test-delivery.ts");
  const hook = await world.endpoint(user_id, receiver.url, { is_active: false, paused_reason: "failing" });
  const row = testDelivery(hook, world.now());
  await world.deps.deliveries.add(row);
  await world.deps.queue.call(row, world.now());
  await world.run(DAY);
  const [call] = receiver.calls;
  expect(receiver.calls).toHaveLength(1);
  expect(PAYLOADS["webhook.test"].parse(JSON.parse(call?.body ?? ""))).toMatchObject({ type: "webhook.test" });
  expect((await world.log(hook))[0]).toMatchObject({ state: "failed", attempts: [{ status: 500 }] });
});

test("a target that became forbidden after it was stored is refused at the call, and its log says so", async () => {
  const hook = await world.endpoint(user_id, "https://169.254.169.254/latest/meta-data/");
  await announce();
  await world.run();
  expect((await world.log(hook))[0]?.attempts).toMatchObject([{ status: null, failure: "bad_url" }]);
});
