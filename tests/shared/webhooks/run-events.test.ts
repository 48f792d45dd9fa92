import { expect, test } from "vitest";
import { eventsOf, outcomesOf } from "../../../shared/webhooks/run-events.ts";
import { later, someRun } from "../../support/runs.ts";

const NOW = later(3_600);

/** A run with these lines, a second apart; the first is its arrival. */
function runWith(...lines: string[]) {
  return someRun({ timeline: ["received", ...lines].map((event, i) => ({ at: later(i).toISOString(), event })) });
}
const told = (...lines: string[]) =>
  outcomesOf(runWith(...lines), NOW).map(({ payload: { type, data } }) =>
    "reason" in data ? `${type} ${data.reason}` : type,
  );

test.each<[string[], string[]]>([
  [["claim"], []],
  [["skipped:bulk"], []],
  [["kept:kept"], []],
  [["claim", "answered", "observed"], []],
  [["claim", "answered", "send_started", "sent"], ["run.replied"]],
  [["sent", "delivered"], ["run.replied"]],
  [["send_started", "delivered"], ["run.replied"]],
  [
    ["sent", "bounced"],
    ["run.replied", "reply.bounced"],
  ],
  [
    ["send_started", "bounced"],
    ["run.replied", "reply.bounced"],
  ],
  [
    ["sent", "delivered", "complained"],
    ["run.replied", "reply.complained"],
  ],
  [["held:key_rejected"], ["run.held key_rejected"]],
  [
    ["held:key_rejected", "reopen", "answered", "sent"],
    ["run.held key_rejected", "run.replied"],
  ],
  [["send_started", "unconfirmed"], ["run.held may_have_been_sent"]],
  [
    ["send_started", "unconfirmed", "delivered"],
    ["run.held may_have_been_sent", "run.replied"],
  ],
  [["send_started", "send_refused"], ["run.held send_refused"]],
  [
    ["sent", "rejected"],
    ["run.replied", "run.held send_refused"],
  ],
  [["failed:too_old"], ["run.failed too_old"]],
  [["answered", "drafted"], ["run.drafted"]],
  [
    ["answered", "drafted", "edit", "approve", "send_started", "sent"],
    ["run.drafted", "run.replied"],
  ],
  [
    ["answered", "drafted", "regenerate", "claim", "answered", "drafted"],
    ["run.drafted", "run.drafted"],
  ],
  // Without another answer, the run is a draft again and says why.
  [
    ["answered", "drafted", "regenerate", "claim", "held:no_credit"],
    ["run.drafted", "run.drafted no_credit"],
  ],
  [
    ["drafted", "regenerate", "answered:cut", "drafted", "drop"],
    ["run.drafted", "run.drafted"],
  ],
])("%j is told as %j", (lines, events) => {
  expect(told(...lines)).toEqual(events);
});

test("an arrival is an event of its own, and has the mail's own times and ids", () => {
  const [event] = eventsOf(runWith(), NOW);
  expect(event).toEqual({
    id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
    agent_id: "agent1",
    payload: {
      type: "mail.received",
      timestamp: later(0).toISOString(),
      data: {
        run_id: runWith().run_id,
        agent_id: "agent1",
        received_at: later(0).toISOString(),
        state: "received",
        link: `/conversations/${runWith().run_id}`,
      },
    },
  });
});

test("an event has the same id each time it is found, and two events have different ones", () => {
  const short = outcomesOf(runWith("held:no_credit"), NOW);
  const long = outcomesOf(runWith("held:no_credit", "reopen", "claim", "held:no_credit"), NOW);
  expect(long[0]).toEqual(short[0]);
  expect(new Set(long.map(({ id }) => id)).size).toBe(2);
  const others = outcomesOf({ ...runWith("held:no_credit"), user_id: "bob" }, NOW);
  expect(others[0]?.id).not.toBe(short[0]?.id);
});

test("a mail that is routed twice has the same ids both times, though the router's clock went on", () => {
  const at = (seconds: number) =>
    someRun({
      timeline: ["received", "held:spam"].map((event) => ({ at: later(seconds).toISOString(), event })),
    });
  const ids = (seconds: number) => eventsOf(at(seconds), NOW).map(({ id }) => id);
  expect(ids(0)).toHaveLength(2);
  expect(ids(9)).toEqual(ids(0));
});

test("a test mail tells nothing, and a summary neither its arrival nor its sending", () => {
  expect(eventsOf({ ...runWith("sent"), is_test: true }, NOW)).toEqual([]);
  expect(eventsOf({ ...runWith("sent"), is_summary: true }, NOW)).toEqual([]);
  const held = eventsOf({ ...runWith("held:no_credit"), is_summary: true }, NOW);
  expect(held.map(({ payload }) => payload.type)).toEqual(["run.held"]);
});

test("what is older than two weeks is announced no more", () => {
  const run = runWith("held:no_credit");
  expect(outcomesOf(run, later(14 * 86_400))).toHaveLength(1);
  expect(outcomesOf(run, later(14 * 86_400 + 2))).toEqual([]);
});
