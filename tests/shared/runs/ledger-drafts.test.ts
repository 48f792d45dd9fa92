import { describe, expect, it } from "vitest";
import { advance, MAX_EARLIER, type RunEvent } from "../../../shared/runs/ledger.ts";
import { answerOfCall, countLostCalls } from "../../../shared/runs/paid-calls.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { answer, later, payer, read, someRun } from "../../support/runs.ts";

const holder = "invocation-1";
const claim: RunEvent = { type: "claim", holder, until: later(60).toISOString() };
const started: RunEvent = { type: "call_started", holder, read, payer };
const answered: RunEvent = { type: "answered", holder, answer, mode: "draft" };
const aside: RunEvent = { type: "set_aside", holder };
const sending: RunEvent = { type: "send_started", holder };
const report: RunEvent = { type: "delivery", delivery: "delivered", sent_message_id: "out-1" };

/** The run after all of the events, each of which must be allowed. */
function play(events: RunEvent[], from = someRun(), at = later(1)): Run {
  return events.reduce((run, event) => {
    const next = advance(run, event, at);
    if (next === undefined) throw new Error(`${event.type} is not allowed in ${run.state}`);
    return next;
  }, from);
}

const generated = play([claim, started, answered]);
const drafted = play([aside], generated);

/** The claim of a run that was reopened at `seconds`. */
const claimAt = (seconds: number): RunEvent => ({ type: "claim", holder, until: later(seconds + 60).toISOString() });

describe("an answer in draft mode", () => {
  it("comes to rest as a draft that nobody has to come back to and that reserves nothing in usage", () => {
    expect(drafted).toMatchObject({ state: "drafted", answer });
    expect(drafted.reserved_on).toBeUndefined();
    expect(drafted.next_check_at).toBeUndefined();
    expect(drafted.timeline.at(-1)?.event).toBe("drafted");
  });

  it("is not sent, even if the job that stored it has died", () => {
    expect(advance(generated, sending, later(2))).toBeUndefined();
    const again = play([claimAt(100)], generated, later(100));
    expect(advance(again, sending, later(101))).toBeUndefined();
    expect(advance(again, aside, later(101))).toMatchObject({ state: "drafted" });
  });

  it("is not set aside in the other mode", () => {
    const other = play([claim, started, { ...answered, mode: "auto_reply" }]);
    expect(advance(other, aside, later(2))).toBeUndefined();
    expect(advance(other, sending, later(2))).toMatchObject({ state: "sending" });
  });

  it.each([report, { type: "delivery", delivery: "rejected", sent_message_id: "out-1" }, claimAt(5)] as const)(
    "is left alone by $type",
    (event) => {
      expect(advance(drafted, event, later(5))).toBeUndefined();
      expect(advance(generated, { ...report }, later(5))).toBeUndefined();
    },
  );
});

describe("lost calls", () => {
  const lost: RunEvent = { type: "call_lost", holder };
  const lostOnce = play([aside], play([claim, started, lost, started, answered]));

  it("stay on the run when its owner reopens it, and the next try has its own count", () => {
    const again = play([{ type: "regenerate" }], lostOnce);
    expect(again).toMatchObject({ calls_lost: 0, lost_by: [], calls_lost_before: 1 });
    const third = play([claimAt(100), started, lost], again, later(100));
    expect(third.calls_lost).toBe(1);
    expect(countLostCalls(third)).toBe(2);
  });

  it("belong to this answer when it is approved", () => {
    const approved = play([{ type: "approve" }], lostOnce);
    expect(approved).toMatchObject({ calls_lost: 1, lost_by: [payer] });
    expect(countLostCalls(approved)).toBe(1);
  });
});

describe("approving a draft", () => {
  it("leads to the sending and nowhere else, at once and with the owner's text", () => {
    const approved = play([{ type: "approve", text: "Mine." }], drafted, later(200_000));
    expect(approved).toMatchObject({ state: "generated", answer: { text: "Mine.", edited: true, tokens_in: 100 } });
    expect(approved.approved).toBe(true);
    expect(approved.next_check_at).toBe(later(200_000).toISOString());
    const claimed = play([claimAt(200_001)], approved, later(200_001));
    expect(claimed.reserved_on).toBeUndefined();
    expect(advance(claimed, started, later(200_002))).toBeUndefined();
    expect(advance(claimed, aside, later(200_002))).toBeUndefined();
    expect(advance(claimed, sending, later(200_002))).toMatchObject({ state: "sending" });
  });

  it("takes effect once", () => {
    const approved = play([{ type: "approve" }], drafted);
    for (const type of ["approve", "drop", "regenerate"] as const) {
      expect(advance(approved, { type }, later(2))).toBeUndefined();
    }
    expect(advance(approved, { type: "edit", text: "Other." }, later(2))).toBeUndefined();
  });

  it("applies only to drafts", () => {
    const held = play([claim, { type: "rest", holder, state: "held", reason: "no_ai_config", read }]);
    const replied = play(
      [sending, { type: "sent", sent_message_id: "out-1" }],
      play([claim, started, { ...answered, mode: "auto_reply" }]),
    );
    for (const run of [someRun(), generated, held, replied]) {
      expect(advance(run, { type: "approve" }, later(3))).toBeUndefined();
      expect(advance(run, { type: "edit", text: "Other." }, later(3))).toBeUndefined();
    }
  });
});

describe("editing a draft", () => {
  it("keeps the answer's cost, and removes the mark that the model cut it off", () => {
    const cut = { ...drafted, answer: { ...answer, cut: true } };
    const changed = play([{ type: "edit", text: "Mine." }], cut);
    expect(changed).toMatchObject({ state: "drafted", answer: { text: "Mine.", edited: true, tokens_out: 20 } });
    expect(changed.answer?.cut).toBeUndefined();
  });

  it("several times adds one line to the timeline", () => {
    const often = Array.from({ length: 60 }, (_, i): RunEvent => ({ type: "edit", text: `Version ${i}` }));
    const { timeline } = play(often, drafted, later(9));
    expect(timeline).toHaveLength(drafted.timeline.length + 1);
    expect(timeline.at(-1)).toEqual({ at: later(9).toISOString(), event: "edit" });
  });

  it("keeps its line when something else follows", () => {
    const { timeline } = play([{ type: "edit", text: "Mine." }, { type: "approve" }], drafted);
    expect(timeline.slice(-2).map(({ event }) => event)).toEqual(["edit", "approve"]);
  });

  it("without a change of the text changes nothing", () => {
    expect(play([{ type: "edit", text: answer.text }], drafted).answer?.edited).toBeUndefined();
  });
});

describe("regenerating", () => {
  const again = play([{ type: "regenerate", hint: "Shorter." }], drafted, later(100));
  const second = { ...answer, text: "Soon.", tokens_in: 150, cost_nano_usd: null };
  const other = { ...payer, model_name: "gpt-4o" };
  const asked = play([claimAt(101), { ...started, payer: other }], again, later(101));

  it("begins a call with a reservation of its own, and the earlier answer does not belong to this call", () => {
    expect(again).toMatchObject({ state: "received", redo: { hint: "Shorter.", payer }, answer });
    expect(again.reopened_at).toBe(later(100).toISOString());
    expect(asked.reserved_on).toBe("2026-11-23");
    expect(answerOfCall(asked)).toBeUndefined();
  });

  it("ends in a draft whatever the agent's mode, and keeps the earlier answer's cost", () => {
    const run = play([{ ...answered, answer: second, mode: "auto_reply" }], asked, later(102));
    expect(run).toMatchObject({ state: "generated", ends_in: "drafted", answer: second, payer: other });
    expect(run.earlier).toEqual([
      { payer, tokens_in: 100, tokens_out: 20, tokens_cached: 10, tokens_reasoning: 5, cost_nano_usd: 4_200_000 },
    ]);
    expect(answerOfCall(run)).toEqual(second);
    expect(run.redo).toBeUndefined();
  });

  it("without a new answer returns to the previous draft with the reason, once the reservation is released", () => {
    const refused: RunEvent = { type: "call_refused", holder };
    const rested = play([refused, { type: "rest", holder, state: "held", reason: "no_credit" }], asked, later(102));
    expect(rested).toMatchObject({ state: "drafted", reason: "no_credit", answer });
    expect(answerOfCall(rested)).toBeUndefined();
    for (const type of ["approve", "regenerate"] as const) {
      expect(advance(rested, { type }, later(103))).toBeUndefined();
    }
    const settled = play([{ type: "usage_settled" }], rested, later(103));
    expect(settled).toMatchObject({ state: "drafted", payer });
    expect(settled.redo).toBeUndefined();
    expect(advance(settled, { type: "approve" }, later(104))).toMatchObject({ state: "generated", answer });
  });

  it("applies to a held mail that has an answer, but not while that answer may have left", () => {
    const underWay = play([claim, started, { ...answered, mode: "auto_reply" }, sending]);
    const refused = play([{ type: "send_refused" }], underWay);
    expect(advance(refused, { type: "regenerate" }, later(3))).toMatchObject({ state: "received" });
    const unsure = play([{ type: "unconfirmed" }], underWay, later(10_000));
    expect(advance(unsure, { type: "regenerate" }, later(10_001))).toBeUndefined();
    const unanswered = play([claim, { type: "rest", holder, state: "held", reason: "no_ai_config", read }]);
    const settled = play([{ type: "usage_settled" }], unanswered);
    expect(advance(settled, { type: "regenerate" }, later(3))).toBeUndefined();
  });

  it("has a limit", () => {
    const earlier = Array.from({ length: MAX_EARLIER }, () => ({ ...answer, payer }));
    expect(advance({ ...drafted, earlier }, { type: "regenerate" }, later(3))).toBeUndefined();
  });
});

describe("dropping a draft", () => {
  it("ends it", () => {
    const dropped = play([{ type: "drop" }], drafted);
    expect(dropped).toMatchObject({ state: "skipped", reason: "dropped" });
    expect(advance(dropped, { type: "approve" }, later(3))).toBeUndefined();
  });
});

describe("a test mail", () => {
  it.each(["auto_reply", "draft"] as const)("is observed and not sent, with an agent in mode %s", (mode) => {
    const run = play([claim, started, { ...answered, mode }], someRun({ is_test: true }));
    expect(advance(run, sending, later(2))).toBeUndefined();
    const rested = play([aside], run);
    expect(rested).toMatchObject({ state: "observed", answer });
    expect(rested.timeline.at(-1)?.event).toBe("observed");
    for (const type of ["approve", "regenerate", "reopen", "drop"] as const) {
      expect(advance(rested, { type }, later(3))).toBeUndefined();
    }
  });

  it("is observed as before if regenerating fails, and does not become a draft that could be sent", () => {
    const stored = play([claim, started, answered], someRun({ is_test: true }));
    const held = play([{ type: "rest", holder, state: "held", reason: "too_old" }, { type: "usage_settled" }], stored);
    const asked = play([{ type: "regenerate" }, claimAt(100), started], held, later(100));
    const refused: RunEvent = { type: "call_refused", holder };
    const rested = play([refused, { type: "rest", holder, state: "held", reason: "no_credit" }], asked, later(101));
    expect(rested).toMatchObject({ state: "observed", reason: "no_credit", answer });
    const settled = play([{ type: "usage_settled" }], rested, later(102));
    expect(settled).toMatchObject({ state: "observed", payer });
    expect(advance({ ...settled, state: "drafted" }, { type: "approve" }, later(103))).toBeUndefined();
  });
});
