import { describe, expect, it } from "vitest";
import { advance, CONFIRM_SENDING_MS, isAtRest, type RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { answer, later, payer, read, someRun } from "../../support/runs.ts";

const holder = "invocation-1";
const claim: RunEvent = { type: "claim", holder, until: later(60).toISOString() };
const started: RunEvent = { type: "call_started", holder, read, payer };
const answered: RunEvent = { type: "answered", holder, answer, mode: "auto_reply" };
const sending: RunEvent = { type: "send_started", holder };
const sent: RunEvent = { type: "sent", sent_message_id: "out-1" };

/** The run after all of the events, each of which must be allowed. */
function play(events: RunEvent[], from = someRun(), at = later(1)): Run {
  return events.reduce((run, event) => {
    const next = advance(run, event, at);
    if (next === undefined) throw new Error(`${event.type} is not allowed in ${run.state}`);
    return next;
  }, from);
}

describe("the path of an answered mail", () => {
  it("goes from received to replied and keeps what it learned", () => {
    const run = play([claim, started, answered, sending, sent]);
    expect(run).toMatchObject({ state: "replied", answer, payer, thread_id: read.thread_id, delivery: "sent" });
    expect(run.lease).toBeUndefined();
    expect(run.next_check_at).toBeUndefined();
    expect(run.timeline.map(({ event }) => event)).toEqual([
      "received",
      "claim",
      "call_started",
      "answered",
      "send_started",
      "sent",
    ]);
  });

  it("says that the model cut the answer off", () => {
    const run = play([claim, started, { ...answered, answer: { ...answer, cut: true } }]);
    expect(run.timeline.at(-1)?.event).toBe("answered:cut");
  });

  it("names the day of its reservation from the claim until the reply is on its way", () => {
    expect(play([claim]).reserved_on).toBe("2026-11-23");
    expect(play([claim, started, answered]).reserved_on).toBe("2026-11-23");
    expect(play([claim, started, answered, sending]).reserved_on).toBeUndefined();
  });
});

describe("a lease", () => {
  it("cannot be taken on a run that nobody has to come back to", () => {
    expect(advance(someRun({ next_check_at: undefined }), claim, later(1))).toMatchObject({ state: "claimed" });
  });

  it("keeps everybody else out while it lasts", () => {
    const other: RunEvent = { type: "claim", holder: "invocation-2", until: later(120).toISOString() };
    expect(advance(play([claim]), other, later(59))).toBeUndefined();
    expect(advance(play([claim]), other, later(60))).toMatchObject({ lease: { holder: "invocation-2" } });
  });

  it.each([started, answered, sending, { type: "wait", holder, until: later(9).toISOString(), why: "busy" }] as const)(
    "of another holder refuses $type",
    (event) => {
      const taken = play([{ type: "claim", holder: "invocation-2", until: later(120).toISOString() }]);
      expect(advance(taken, event, later(2))).toBeUndefined();
    },
  );

  it("that expired during a call counts the call as lost", () => {
    const crashed = play([claim, started]);
    const again = advance(crashed, { ...claim, holder: "invocation-2", until: later(200).toISOString() }, later(61));
    expect(again).toMatchObject({ state: "claimed", call_open: false, calls_lost: 1 });
  });

  it("that expired after the answer was stored resumes there, and no call can begin", () => {
    const crashed = play([claim, started, answered]);
    const again = advance(crashed, { ...claim, holder: "invocation-2", until: later(200).toISOString() }, later(61));
    expect(again).toMatchObject({ state: "generated", answer, calls_lost: 0 });
    expect(again && advance(again, { ...started, holder: "invocation-2" }, later(62))).toBeUndefined();
  });
});

describe("a provider call", () => {
  it("does not begin while one is open", () => {
    expect(advance(play([claim, started]), started, later(2))).toBeUndefined();
  });

  it("does not begin a third time after two were lost", () => {
    const lost: RunEvent = { type: "call_lost", holder };
    const twice = play([claim, started, lost, started, lost]);
    expect(twice.calls_lost).toBe(2);
    expect(advance(twice, started, later(2))).toBeUndefined();
  });

  it("that was lost is counted under the key that would have paid for it", () => {
    const other = { ...payer, model_name: "gpt-4o" };
    const lost: RunEvent = { type: "call_lost", holder };
    expect(play([claim, started, lost]).lost_by).toEqual([payer]);
    expect(play([claim, started, lost, { ...started, payer: other }, lost]).lost_by).toEqual([payer, other]);
    expect(play([lost], { ...play([claim]), call_open: true }).lost_by).toEqual([]);
  });

  it("that the provider refused does not count as lost", () => {
    expect(play([claim, started, { type: "call_refused", holder }])).toMatchObject({ calls_lost: 0, call_open: false });
  });

  it("stores no answer that was not requested", () => {
    expect(advance(play([claim]), answered, later(2))).toBeUndefined();
  });
});

describe("a wait", () => {
  it("releases the lease and is over at its time, not before", () => {
    const waiting = play([claim, { type: "wait", holder, until: later(30).toISOString(), why: "rate_limited" }]);
    expect(waiting).toMatchObject({ state: "received", attempts: 1 });
    expect(advance(waiting, claim, later(29))).toBeUndefined();
    expect(advance(waiting, claim, later(30))).toMatchObject({ state: "claimed" });
  });
});

describe("a sending", () => {
  const underWay = play([claim, started, answered, sending]);

  it("never begins twice", () => {
    expect(advance(underWay, sending, later(2))).toBeUndefined();
    expect(advance(underWay, claim, later(10_000))).toBeUndefined();
  });

  it("whose outcome nobody reported is held for the owner when SES's time is over", () => {
    const limit = 1 + CONFIRM_SENDING_MS / 1000;
    expect(advance(underWay, { type: "unconfirmed" }, later(limit - 1))).toBeUndefined();
    expect(advance(underWay, { type: "unconfirmed" }, later(limit))).toMatchObject({
      state: "held",
      reason: "may_have_been_sent",
    });
  });

  it("is settled by SES's own report, before or after it was held", () => {
    const report: RunEvent = { type: "delivery", delivery: "delivered", sent_message_id: "out-1" };
    expect(advance(underWay, report, later(2))).toMatchObject({ state: "replied", delivery: "delivered" });
    const held = advance(underWay, { type: "unconfirmed" }, later(2_000));
    const settled = held && advance(held, report, later(2_001));
    expect(settled).toMatchObject({ state: "replied", sent_message_id: "out-1" });
    expect(settled?.reason).toBeUndefined();
  });

  it("that SES could not accept returns to the stored answer", () => {
    const waiting = advance(underWay, { type: "not_sent", until: later(90).toISOString() }, later(2));
    expect(waiting).toMatchObject({ state: "generated", answer, next_check_at: later(90).toISOString() });
  });
});

describe("SES's reports", () => {
  const replied = play([claim, started, answered, sending, sent]);

  it("only ever add to what is known, in any order", () => {
    const bounced = advance(replied, { type: "delivery", delivery: "bounced", sent_message_id: "out-1" }, later(3));
    expect(bounced).toMatchObject({ delivery: "bounced", state: "replied" });
    const late = { type: "delivery", delivery: "delivered", sent_message_id: "out-1" } as const;
    expect(bounced && advance(bounced, late, later(4))).toBeUndefined();
  });
});

describe("a mail that SES rejected", () => {
  const rejected: RunEvent = { type: "delivery", delivery: "rejected", sent_message_id: "out-1" };
  const underWay = play([claim, started, answered, sending]);

  it.each([
    ["before SES's answer is known", underWay],
    ["after it", play([sent], underWay)],
  ])("never left, so it is held and not called replied: %s", (_, run) => {
    const held = advance(run, rejected, later(3));
    expect(held).toMatchObject({ state: "held", reason: "send_refused", delivery: "rejected", answer });
  });

  it("does not undo the mail that its owner sent after it", () => {
    const again = play([rejected, { type: "reopen" }, claim, sending], underWay, later(2));
    expect(advance(again, rejected, later(3))).toBeUndefined();
    const second = play([{ type: "sent", sent_message_id: "out-2" }], again);
    expect(second).toMatchObject({ state: "replied", sent_message_id: "out-2", delivery: "sent" });
    expect(advance(second, rejected, later(4))).toBeUndefined();
  });
});

describe("a run at rest", () => {
  const rested = play([claim, { type: "rest", holder, state: "held", reason: "no_ai_config", read }]);

  it("stays in the index of unsettled runs until its reservation is settled", () => {
    expect(isAtRest(rested)).toBe(true);
    expect(rested.next_check_at).toBe(later(1).toISOString());
    const settled = play([{ type: "usage_settled" }], rested);
    expect(settled.next_check_at).toBeUndefined();
    expect(advance(settled, { type: "usage_settled" }, later(3))).toBeUndefined();
  });

  it("cannot be claimed", () => {
    expect(advance(rested, claim, later(1_000_000))).toBeUndefined();
  });
});

describe("an owner's action on a held run", () => {
  const unasked = play(
    [
      claim,
      { type: "wait", holder, until: later(2).toISOString(), why: "busy" },
      { ...claim, type: "claim", until: later(90).toISOString() },
      { type: "rest", holder, state: "held", reason: "no_ai_config", read },
    ],
    someRun(),
    later(2),
  );
  const settled = play([{ type: "usage_settled" }], unasked);
  const unsure = play([{ type: "unconfirmed" }], play([claim, started, answered, sending]), later(10_000));
  const report: RunEvent = { type: "delivery", delivery: "delivered", sent_message_id: "out-1" };

  it("reopening without an answer starts again, due at once, with a new count of tries", () => {
    const again = play([{ type: "reopen" }], settled, later(7));
    expect(again).toMatchObject({
      state: "received",
      attempts: 0,
      calls_lost: 0,
      next_check_at: later(7).toISOString(),
    });
    expect(again.reason).toBeUndefined();
    expect(advance(again, { ...claim, until: later(99).toISOString() }, later(7))).toMatchObject({ state: "claimed" });
  });

  it("reopening waits until the previous reservation is settled", () => {
    expect(advance(unasked, { type: "reopen" }, later(7))).toBeUndefined();
  });

  it("reopening with an answer continues from it and asks no provider", () => {
    const again = play([{ type: "reopen" }], unsure);
    expect(again).toMatchObject({ state: "generated", answer, approved: true });
    const claimed = play([{ ...claim, until: later(20_000).toISOString() }], again, later(10_001));
    expect(claimed.reserved_on).toBeUndefined();
    expect(advance(claimed, started, later(10_002))).toBeUndefined();
  });

  it("a second sending is unnecessary once SES reports that the first mail left", () => {
    const again = play(
      [{ type: "reopen" }, { ...claim, until: later(20_000).toISOString() }, report],
      unsure,
      later(10_001),
    );
    expect(again).toMatchObject({ state: "replied", sent_message_id: "out-1" });
    expect(advance(again, sending, later(10_002))).toBeUndefined();
  });

  it("dropping ends the run, and SES's later reports are still recorded", () => {
    const dropped = play([{ type: "drop" }], unsure);
    expect(dropped).toMatchObject({ state: "skipped", reason: "dropped" });
    expect(advance(dropped, { type: "reopen" }, later(20_000))).toBeUndefined();
    expect(advance(dropped, report, later(20_000))).toMatchObject({ state: "skipped", delivery: "delivered" });
  });

  it("dropping leaves a reservation to be settled", () => {
    const dropped = play([{ type: "drop" }], unasked);
    expect(dropped).toMatchObject({ reserved_on: "2026-11-23", next_check_at: unasked.next_check_at });
    expect(advance(dropped, { type: "usage_settled" }, later(8))?.next_check_at).toBeUndefined();
  });

  it("is refused for a run that is in progress or was answered", () => {
    for (const run of [someRun(), play([claim]), play([claim, started, answered, sending, sent])]) {
      expect(advance(run, { type: "reopen" }, later(3))).toBeUndefined();
      expect(advance(run, { type: "drop" }, later(3))).toBeUndefined();
    }
  });
});

it("is requeued when the cause of its hold is resolved, and says so", () => {
  const released = play([{ type: "release" }], someRun({ state: "held", reason: "no_credit" }));
  expect(released).toMatchObject({ state: "received", released: true });
});

it("keeps the last forty lines of a timeline that grows at every try", () => {
  const waits = Array.from({ length: 60 }, (_, i): RunEvent[] => [
    { type: "claim", holder, until: later(10 * i + 5).toISOString() },
    { type: "wait", holder, until: later(0).toISOString(), why: `try${i}` },
  ]).flat();
  const { timeline } = play(waits);
  expect(timeline).toHaveLength(40);
  expect(timeline.at(-1)?.event).toBe("wait:try59");
});

describe("claims without an outcome", () => {
  const crashed: RunEvent = { type: "crashed" };
  const lease = { holder, until: later(60).toISOString() };
  const dead = (changes: Partial<Run> = {}) =>
    someRun({ state: "claimed", lease, next_check_at: lease.until, ...changes });
  const next: RunEvent = { type: "claim", holder: "invocation-2", until: later(900).toISOString() };

  it("are counted by the next claim, also on a row from before they were counted", () => {
    expect(advance(dead(), next, later(60))).toMatchObject({ state: "claimed", crashes: 1 });
    expect(advance(dead({ crashes: 1 }), next, later(60))).toMatchObject({ crashes: 2 });
    expect(play([claim]).crashes).toBeUndefined();
  });

  it("end in held at the third, when its lease is over and not before", () => {
    const third = dead({ crashes: 2 });
    expect(advance(third, next, later(60))).toBeUndefined();
    expect(advance(third, crashed, later(59))).toBeUndefined();
    expect(advance(third, crashed, later(60))).toMatchObject({ state: "held", reason: "mail_unreadable", crashes: 3 });
    expect(advance(dead({ crashes: 1 }), crashed, later(60))).toBeUndefined();
  });

  it("say how far the mail had come, and what may have been charged", () => {
    const reasonOf = (changes: Partial<Run>) => advance(dead({ crashes: 2, ...changes }), crashed, later(60))?.reason;
    expect(reasonOf({ ...read })).toBe("broke_down");
    expect(reasonOf({ ...read, payer, call_open: true, calls_lost: 1 })).toBe("answer_lost");
    expect(reasonOf({ state: "generated", ...read, payer, answer })).toBe("broke_down");
  });

  it("start a new count after a wait, a rest, a stored answer and an action of the owner", () => {
    const until = later(90).toISOString();
    const waited = play(
      [next, { type: "wait", holder: "invocation-2", until, why: "busy" }],
      dead({ crashes: 1 }),
      later(60),
    );
    expect(waited.crashes).toBeUndefined();
    const stored = play([started, answered], dead({ crashes: 2 }));
    expect(stored.crashes).toBeUndefined();
    const held = advance(dead({ crashes: 2, reserved_on: undefined }), crashed, later(60));
    expect(play([{ type: "reopen" }], held, later(70)).crashes).toBeUndefined();
  });

  it("include a stopped reading, which waits twice and is then held", () => {
    const ended: RunEvent = { type: "broke_off", holder, until: later(30).toISOString() };
    const first = play([claim, ended]);
    expect(first).toMatchObject({ state: "received", crashes: 1, attempts: 1, next_check_at: later(30).toISOString() });
    const third = play([ended], dead({ crashes: 2 }));
    expect(third).toMatchObject({ state: "held", reason: "mail_unreadable", crashes: 3 });
  });
});
