/** One guard: its text in the source, and the replacement that removes it. */
export type Guard = {
  name: string;
  guard: string;
  without: string;
  /** The ledger, unless the guard is in the code for calls, for crashes, or in the model of the store. */
  file?: "ledger" | "calls" | "crashes" | "store";
  /**
   * A second line of defence: the runner's steps, each on top of the version that it read, do not lead to this fault.
   */
  second?: true;
};

/** The real guard is in `RunStore.apply`, where DynamoDB refuses a write. The search uses a model of it. */
const VERSION = "a write happens only on top of the version that was read";

const answered = `run.state !== "claimed" || !run.call_open`;
const starts = `run.state === "generated" && run.ends_in === undefined ? startSending`;
const sets = `return run.state === "generated" && run.ends_in !== undefined\n        ? markSettled`;
const unconfirmed = `run.state !== "sending" || !isDue(run, now)`;
const settles = "isAtRest(run) && run.reserved_on !== undefined ? markSettledAtRest(run, run.reserved_on)";
const reopens = "if (run.reserved_on !== undefined) return false;";
const reopened = `if (run.state !== "skipped" || run.delivery !== undefined) return false;`;
const claims = `!["received", "claimed", "generated"].includes(run.state) || !isDue(run, now)`;
const calls = `run.state !== "claimed" || run.call_open || run.calls_lost >= MAX_CALLS_LOST`;
const left = "return run.reserved_on === undefined && run.ends_in === undefined";
const approves = `run.state !== "drafted" || run.reserved_on !== undefined || run.is_test) return`;
const redoes = "run.answer === undefined || payer === undefined || run.reserved_on !== undefined";

/** Every condition on an event that the search plays, in the order of the file. */
export const GUARDS: Guard[] = [
  {
    name: VERSION,
    file: "store",
    guard: "world.jobs[index]?.fresh ? advance(world.run, event, clock(world)) : undefined",
    without: "advance(world.run, event, clock(world))",
  },
  {
    name: "a call is refused only while it is open",
    second: true,
    guard: "run.call_open ? { ...run,",
    without: "true ? { ...run,",
  },
  {
    name: "a call is lost only while it is open",
    second: true,
    guard: "run.call_open ? loseCall(run, event.used) : undefined",
    without: "loseCall(run, event.used)",
  },
  {
    name: "a run waits only when no call is open",
    second: true,
    guard: `case "wait":\n      if (run.call_open) return undefined;`,
    without: `case "wait":`,
  },
  {
    name: "a run comes to rest only when no call is open",
    second: true,
    guard: `case "rest":\n      if (run.call_open) return undefined;`,
    without: `case "rest":`,
  },
  { name: "an answer is stored only in `claimed`", second: true, guard: answered, without: "!run.call_open" },
  {
    name: "an answer is stored only while its call is open",
    second: true,
    guard: answered,
    without: `run.state !== "claimed"`,
  },
  {
    name: "a sending starts only in `generated`",
    second: true,
    guard: starts,
    without: "run.ends_in === undefined ? startSending",
  },
  {
    name: "a sending starts only of an answer that is to be sent",
    guard: starts,
    without: `run.state === "generated" ? startSending`,
  },
  {
    name: "an answer is set aside only in `generated`",
    second: true,
    guard: sets,
    without: "return run.ends_in !== undefined ? markSettled",
  },
  {
    name: "an answer is set aside only where it is not to be sent",
    second: true,
    guard: sets,
    without: `return run.state === "generated" ? markSettled`,
  },
  {
    name: "`sent` only in `sending`",
    second: true,
    guard: `run.state === "sending" ? markSent(`,
    without: "true ? markSent(",
  },
  {
    name: "`not_sent` only in `sending`",
    second: true,
    guard: `run.state === "sending" ? { ...endLease`,
    without: "true ? { ...endLease",
  },
  {
    name: "`send_refused` only in `sending`",
    second: true,
    guard: `run.state === "sending" ? comeToRest(`,
    without: "true ? comeToRest(",
  },
  { name: "`unconfirmed` only in `sending`", second: true, guard: unconfirmed, without: "!isDue(run, now)" },
  {
    name: "`unconfirmed` only when SES's time is over",
    second: true,
    guard: unconfirmed,
    without: `run.state !== "sending"`,
  },
  {
    name: "usage is settled only of a run at rest",
    second: true,
    guard: settles,
    without: "run.reserved_on !== undefined ? markSettledAtRest(run, run.reserved_on)",
  },
  {
    name: "usage is settled only where it was reserved",
    second: true,
    guard: settles,
    without: 'isAtRest(run) ? markSettledAtRest(run, run.reserved_on ?? "")',
  },
  { name: "only a held or skipped run is reopened", second: true, guard: reopened, without: "" },
  { name: "a run is reopened only when its reservation is settled", guard: reopens, without: "" },
  {
    name: "an answer that may have left before its mail was dropped is not sent once more",
    guard: "run.answer === undefined ? explainUnanswerable(run.reason) === undefined : isDroppedDraft(run);",
    without: "true;",
  },
  {
    name: "only a draft is edited",
    guard: `run.state === "drafted" ? { ...run, answer`,
    without: "true ? { ...run, answer",
  },
  {
    name: "only a held or drafted run is dropped",
    guard: `["held", "drafted"].includes(run.state) ?`,
    without: "true ?",
  },
  {
    name: "an event of a holder counts only while that holder has the lease",
    second: true,
    guard: "run.lease?.holder === holder && (",
    without: "(",
  },
  {
    name: "an event of a holder counts only in `claimed` and `generated`",
    second: true,
    guard: `(run.state === "claimed" || run.state === "generated")`,
    without: "true",
  },
  {
    name: "only a received, claimed or generated run is claimed",
    second: true,
    guard: claims,
    without: "!isDue(run, now)",
  },
  {
    name: "a claim waits until the run is due",
    guard: claims,
    without: `!["received", "claimed", "generated"].includes(run.state)`,
  },
  {
    name: "no claim follows three without an outcome",
    second: true,
    guard: "if (crashes >= MAX_CRASHES) return undefined;\n",
    without: "",
  },
  {
    name: "a lease that is over counts as a claim without an outcome",
    file: "crashes",
    guard: "lease === undefined ? crashes : crashes + 1",
    without: "crashes",
  },
  {
    name: "a reading that was ended counts as a claim without an outcome",
    guard: "...waiting(run, until), crashes }",
    without: "...waiting(run, until) }",
  },
  {
    name: "an outcome begins a new count of crashes",
    guard: "call_open: false, crashes: undefined };\n}",
    without: "call_open: false };\n}",
  },
  {
    name: "a stored answer begins a new count of crashes",
    guard: "call_open: false, crashes: undefined, earlier",
    without: "call_open: false, earlier",
  },
  {
    name: "an action of the owner starts a new count of crashes",
    guard: "    approved: undefined,\n    crashes: undefined,\n",
    without: "    approved: undefined,\n",
  },
  {
    name: "a mail is given up only after three claims without an outcome",
    guard: "isDue(run, now) && countCrashes(run) >= MAX_CRASHES",
    without: "isDue(run, now)",
  },
  {
    name: "a mail is given up only when the last lease is over",
    guard: "isClaimed && isDue(run, now) && countCrashes",
    without: "isClaimed && countCrashes",
  },
  {
    name: "only a claimed or generated run is given up",
    second: true,
    guard: "isClaimed && isDue(run, now)",
    without: "isDue(run, now)",
  },
  {
    name: "a reading is ended only while no call is open",
    second: true,
    guard: `case "broke_off":\n      return run.call_open ? undefined : breakOff`,
    without: `case "broke_off":\n      return breakOff`,
  },
  {
    name: "a dead holder's open call counts as lost",
    guard:
      "// The last holder died between asking the provider and storing its answer, so that call may have been charged.\n  const known = run.call_open ? loseCall(run) : run;",
    without: "const known = { ...run, call_open: false };",
  },
  {
    name: "the reservation's day is named before it is made",
    guard: `run.reserved_on ?? (state === "claimed" ? now.toISOString().slice(0, 10) : undefined)`,
    without: "run.reserved_on",
  },
  {
    name: "a call starts only in `claimed`",
    second: true,
    guard: calls,
    without: "run.call_open || run.calls_lost >= MAX_CALLS_LOST",
  },
  {
    name: "a call starts only while none is open",
    second: true,
    guard: calls,
    without: `run.state !== "claimed" || run.calls_lost >= MAX_CALLS_LOST`,
  },
  {
    name: "no call starts after two were lost",
    second: true,
    guard: calls,
    without: `run.state !== "claimed" || run.call_open`,
  },
  { name: "an answer in draft mode waits for its owner", guard: `mode === "draft" ||`, without: "" },
  {
    name: "an answer that its owner asked for again waits for them",
    second: true,
    guard: "|| run.redo !== undefined;",
    without: ";",
  },
  { name: "the answer to a test is observed", guard: `run.is_test ? "observed" : drafted`, without: "drafted" },
  {
    name: "a report settles a stored answer only when it was sent before",
    second: true,
    guard: left,
    without: "return run.ends_in === undefined",
  },
  {
    name: "a report settles no answer that is not to be sent",
    second: true,
    guard: left,
    without: "return run.reserved_on === undefined",
  },
  {
    name: "only a draft is approved",
    guard: approves,
    without: "run.reserved_on !== undefined || run.is_test) return",
  },
  {
    name: "a draft is approved only when its reservation is settled",
    guard: approves,
    without: `run.state !== "drafted" || run.is_test) return`,
  },
  {
    name: "the answer to a test is not approved",
    second: true,
    guard: approves,
    without: `run.state !== "drafted" || run.reserved_on !== undefined) return`,
  },
  {
    name: "a test that is asked again in vain is observed",
    second: true,
    guard: `run.is_test ? "observed" : "drafted"`,
    without: `"drafted"`,
  },
  {
    name: "an answer that may have left is not asked for again",
    guard: `(state === "held" && reason !== "may_have_been_sent")`,
    without: `state === "held"`,
  },
  {
    name: "only an answer that is there is asked for again",
    guard: redoes,
    without: "payer === undefined || run.reserved_on !== undefined",
  },
  {
    name: "an answer is asked for again only when its reservation is settled",
    guard: redoes,
    without: "run.answer === undefined || payer === undefined",
  },
  {
    name: "an answer that is replaced is not counted again",
    file: "calls",
    guard: "run.redo === undefined ? run.answer : undefined",
    without: "run.answer",
  },
  {
    name: "a run at rest stays in the index while it has a reservation",
    guard: "run.reserved_on === undefined ? undefined : now.toISOString()",
    without: "undefined",
  },
];
