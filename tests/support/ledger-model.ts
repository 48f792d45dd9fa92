import type { AgentMode } from "../../shared/agents/agent.ts";
import { advance, isAtRest, MAX_CALLS_LOST, type RunEvent } from "../../shared/runs/ledger.ts";
import { answerOfCall } from "../../shared/runs/paid-calls.ts";
import type { Run } from "../../shared/runs/run.ts";
import { answer, later, payer, read, someRun } from "./runs.ts";

/**
 * A model of everything around the ledger: deliveries of one mail's job, each at one step of the runner; the provider,
 * SES and the day's and the month's item of usage, whose effects happen or whose answers get lost; and time, which can
 * jump past any lease. The ledger itself is not modelled: it is the real `advance`.
 */
export type World = {
  run: Run;
  /** The possible modes of the agent when an answer arrives. Its owner may switch it at any time. */
  modes: AgentMode[];
  jobs: Job[];
  /** The reservations in each item, by the round in which they were made. An action of the owner begins a round. */
  reserved: Items<number[]>;
  round: number;
  /** Counted effects. */
  charges: number;
  mails: number;
  counted: Items<number>;
  /** Stored answers. Each must be counted once. */
  answers: number;
  /** SES has a report that it may deliver now, later and again. */
  reported: boolean;
  /** Claims since the last one with an outcome, as an observer counts them. */
  vain: number;
  /** How many jumps of time, and how many crashes and lost answers, may still happen. */
  jumps: number;
  faults: number;
  hours: number;
  /** A daily limit holds the mail, and each jump of time leads into the next day. */
  limited: boolean;
  /** How many actions the owner may still take on a run at rest, and the actions taken. */
  actions: number;
  askedAgain: number;
  sentAgain: number;
  approved: number;
  /** The text of the last approved draft, and whether a different one left. */
  approvedText: string | undefined;
  wrongText: boolean;
};

export type Size = {
  deliveries: number;
  faults: number;
  actions: number;
  jumps?: number;
  modes?: AgentMode[];
  isTest?: boolean;
  /** The mail was skipped on arrival, and no job was sent. */
  isSkipped?: boolean;
  limited?: boolean;
};

/** `fresh`: nobody wrote since this job's process read the run. The process writes only on top of what it read. */
type Job = { step: Step; fresh: boolean; round: number };
type Step =
  | "queued"
  | "reserve"
  | "reserve_month"
  | "start"
  | "ask"
  | "store"
  | "settle"
  | "settle_month"
  | "sending"
  | "send"
  | "sent"
  | "not_sent"
  | "send_refused"
  | "refused"
  | "lost"
  | "wait"
  | "release"
  | "release_month"
  | "rest"
  | "settle_rest"
  | "settle_rest_month"
  | "settled"
  | "done";

type Items<T> = Record<Item, T>;
type Item = "day" | "month";

export type Move = { name: string; world: World };

const SKIPPED = { state: "skipped", reason: "mailing_list", next_check_at: undefined } as const;

export function start(size: Size): World {
  const { deliveries, faults, actions, jumps = 3, modes = ["auto_reply"] } = size;
  const { isTest = false, isSkipped = false, limited = false } = size;
  return {
    run: canonical(someRun({ ...(isTest && { is_test: true }), ...(isSkipped && SKIPPED) })),
    modes,
    jobs: Array.from({ length: deliveries }, () => ({ step: "queued", fresh: false, round: 0 })),
    reserved: { day: [], month: [] },
    round: 0,
    charges: 0,
    mails: 0,
    counted: { day: 0, month: 0 },
    answers: 0,
    reported: false,
    vain: 0,
    jumps,
    faults,
    hours: 0,
    limited,
    actions,
    askedAgain: 0,
    sentAgain: 0,
    approved: 0,
    approvedText: undefined,
    wrongText: false,
  };
}

/** Every next world: a job takes its step, well or badly; SES reports; the owner acts; time passes. */
export function moves(world: World): Move[] {
  const next: Move[] = world.jobs.flatMap((_, index) => jobMoves(world, index));
  if (world.reported) next.push({ name: "ses reports", world: report(world) });
  if (world.actions > 0) next.push(...ownerMoves(world), ...keyMoves(world));
  next.push(...sweeperMoves(world));
  if (world.jumps > 0) next.push({ name: "an hour passes", world: anHourLater(world) });
  return next;
}

/** All actions of an owner, in one or two browsers. `advance` decides which runs they apply to. */
function ownerMoves(world: World): Move[] {
  return [...reopenMoves(world), ...draftMoves(world), ...quietMoves(world)];
}

/** Reopens a run: to send again, or to answer now. */
function reopenMoves(world: World): Move[] {
  const { run } = world;
  const reopened = advance(run, { type: "reopen" }, clock(world));
  if (reopened === undefined) return [];
  const counted = {
    askedAgain: world.askedAgain + (reopened.state === "received" ? 1 : 0),
    sentAgain: world.sentAgain + (run.reason === "may_have_been_sent" ? 1 : 0),
  };
  return [{ name: `owner reopens ${run.reason}`, world: goOn(world, reopened, counted) }];
}

/** The owner stores a key, and the mail that was held for lack of one is requeued. */
function keyMoves(world: World): Move[] {
  const released = advance(world.run, { type: "release" }, clock(world));
  if (released === undefined) return [];
  return [{ name: "a key works again", world: goOn(world, released, { askedAgain: world.askedAgain + 1 }) }];
}

/** A limit renews: the sweeper finds the run at rest and sends a job. */
function sweeperMoves(world: World): Move[] {
  const isOver = world.jobs.every(({ step }) => step === "done");
  const isDue = advance(world.run, { type: "renew" }, clock(world)) !== undefined;
  return isOver && isDue ? [{ name: "the sweeper sends a job", world: withJob(world) }] : [];
}

/** Approves the draft as it is or with another text, or regenerates it. */
function draftMoves(world: World): Move[] {
  const approvals = [undefined, "Mine."].flatMap((text): Move[] => {
    const next = advance(world.run, { type: "approve", text }, clock(world));
    if (next === undefined) return [];
    const said = { approved: world.approved + 1, approvedText: next.answer?.text };
    return [{ name: `owner approves ${text ?? "it"}`, world: goOn(world, next, said) }];
  });
  const again = advance(world.run, { type: "regenerate", hint: "Shorter." }, clock(world));
  if (again === undefined) return approvals;
  return [...approvals, { name: "owner asks again", world: goOn(world, again, { askedAgain: world.askedAgain + 1 }) }];
}

/** Actions that need no further work. */
function quietMoves(world: World): Move[] {
  return ([{ type: "drop" }, { type: "edit", text: "Changed." }] as const).flatMap((event): Move[] => {
    const next = advance(world.run, event, clock(world));
    return next
      ? [{ name: `owner: ${event.type}`, world: { ...written(world, next), actions: world.actions - 1 } }]
      : [];
  });
}

/** A new round begins with a reservation of its own, and one more job. */
function goOn(world: World, next: Run, said: Partial<World>): World {
  return withJob({ ...written(world, next), ...said, vain: 0, actions: world.actions - 1, round: world.round + 1 });
}

/** The job that the API sends, or the sweeper after it. It takes the place of a finished one. */
function withJob(world: World): World {
  const over = world.jobs.findIndex(({ step }) => step === "done");
  const job: Job = { step: "queued", fresh: false, round: world.round };
  return { ...world, jobs: over < 0 ? [...world.jobs, job] : world.jobs.with(over, job) };
}

function jobMoves(world: World, index: number): Move[] {
  const job = world.jobs[index];
  if (job === undefined || job.step === "done") return [];
  const good = stepsOf(world, index, job);
  if (world.faults === 0) return good;
  // A crash before the effect, or after it with a lost answer. In both cases the queue delivers the job again.
  const crashed = good
    .filter(({ world: next }) => next.faults > 0)
    .map(({ name, world: next }) => ({ name: `${name}, then crash`, world: crash(next, index) }));
  return [...good, { name: "crash", world: crash(world, index) }, ...crashed];
}

/** A lease outlives the process that took it, so a jump that ends leases has ended every process before. */
function anHourLater(world: World): World {
  const ended = ({ step, round }: Job): Job => ({ step: step === "done" ? "done" : "queued", fresh: false, round });
  return {
    ...world,
    jobs: world.jobs.map(ended),
    jumps: world.jumps - 1,
    hours: world.hours + (world.limited ? 24 : 1),
  };
}

function crash(world: World, index: number): World {
  return { ...at(world, index, "queued"), faults: world.faults - 1 };
}

function stepsOf(world: World, index: number, job: Job): Move[] {
  const holder = `job${index}`;
  const go = (step: Step, changes: Partial<World> = {}): World => ({ ...at(world, index, step), ...changes });
  const apply = (event: RunEvent, step: Step, otherwise: Step = "done"): Move => ({
    name: `${holder} ${event.type}`,
    world: write(world, index, event, step, otherwise),
  });
  const one = (name: string, next: World): Move => ({ name: `${holder} ${name}`, world: next });

  switch (job.step) {
    case "queued":
      return [pickUp(world, index)];
    case "reserve": {
      const reserves = one("reserves", go("reserve_month", reserve(world, "day", job.round)));
      return world.faults === 0 ? [reserves] : [reserves, endReading(world, index)];
    }
    case "reserve_month":
      return [one("reserves in the month", go("start", reserve(world, "month", job.round)))];
    case "start":
      if (world.run.calls_lost >= MAX_CALLS_LOST) return [one("gives up", go("rest"))];
      return [apply({ type: "call_started", holder, read, payer }, "ask")];
    case "ask": {
      const paid = { charges: world.charges + 1 };
      const answers = [one("is answered", go("store", paid)), one("is refused", go("refused"))];
      if (world.faults === 0) return answers;
      const faults = world.faults - 1;
      return [...answers, one("loses the answer", go("lost", { ...paid, faults }))];
    }
    case "store":
      return world.modes.map((mode) => answered(world, index, mode));
    case "settle": {
      const gone = apply({ type: "rest", holder, state: "held", reason: "agent_deleted" }, "settle_rest");
      const settles = one("settles", go("settle_month", count(world, "day", job.round)));
      return world.modes.includes("draft") ? [settles, gone] : [settles];
    }
    case "settle_month":
      return [one("settles in the month", go("sending", count(world, "month", job.round)))];
    case "sending": {
      // Whatever the runner tries, the ledger decides whether this answer is sent or set aside.
      const tries = [apply({ type: "set_aside", holder }, "done"), apply({ type: "send_started", holder }, "send")];
      const happened = tries.filter(({ world: next }) => next.run !== world.run);
      return happened.length > 0 ? happened : tries.slice(1);
    }
    case "send": {
      const { approvedText, run } = world;
      const wrongText = world.wrongText || (approvedText !== undefined && run.answer?.text !== approvedText);
      const mailed = { mails: world.mails + 1, reported: true, wrongText };
      const unknown = one("loses SES's answer", go("queued", { ...mailed, faults: world.faults - 1 }));
      const ways = [
        one("mails", go("sent", mailed)),
        one("is throttled", go("not_sent")),
        one("is refused by SES", go("send_refused")),
      ];
      return world.faults > 0 ? [...ways, unknown] : ways;
    }
    case "sent":
      return [apply({ type: "sent", sent_message_id: "out" }, "done")];
    case "not_sent":
      return [apply({ type: "not_sent", until: hour(world) }, "queued")];
    case "send_refused":
      return [apply({ type: "send_refused" }, "done")];
    case "refused":
      return [apply({ type: "call_refused", holder }, "wait"), apply({ type: "call_refused", holder }, "rest")];
    case "lost":
      return [apply({ type: "call_lost", holder }, world.run.calls_lost + 1 >= MAX_CALLS_LOST ? "rest" : "wait")];
    case "wait":
      return [apply({ type: "wait", holder, until: hour(world), why: "outage" }, "release")];
    case "release":
      if (world.run.calls_lost > 0) return [one("keeps what it reserved", go("queued"))];
      return [one("releases", go("release_month", giveBack(world, "day", job.round)))];
    case "release_month":
      return [one("releases in the month", go("queued", giveBack(world, "month", job.round)))];
    case "rest":
      return [
        apply(
          { type: "rest", holder, state: "held", reason: world.limited ? "daily_limit" : "key_rejected" },
          "settle_rest",
        ),
      ];
    case "settle_rest":
      return [one("settles", go("settle_rest_month", finish(world, "day", job.round)))];
    case "settle_rest_month":
      return [one("settles in the month", go("settled", finish(world, "month", job.round)))];
    case "settled":
      return [apply({ type: "usage_settled" }, "done", "done")];
    case "done":
      return [];
  }
}

/** Stores the answer, as the agent's mode at this moment requires. */
function answered(world: World, index: number, mode: AgentMode): Move {
  const holder = `job${index}`;
  const next = write(world, index, { type: "answered", holder, answer, mode }, "settle", "done");
  const stored = next.run === world.run ? 0 : 1;
  return { name: `${holder} answered in ${mode}`, world: { ...next, answers: world.answers + stored } };
}

/** The mail makes its reader hang, and the reading is stopped. The process survives, and waits or gives the mail up. */
function endReading(world: World, index: number): Move {
  const holder = `job${index}`;
  const next = write(world, index, { type: "broke_off", holder, until: hour(world) }, "release", "done");
  const ended = { ...next, faults: world.faults - 1 };
  return { name: `${holder} ends its reading`, world: isAtRest(next.run) ? at(ended, index, "settle_rest") : ended };
}

/** What handler.ts does with a job that the queue delivers. */
function pickUp(world: World, index: number): Move {
  const { run } = world;
  const holder = `job${index}`;
  const jobs = world.jobs.map((other, i) => (i === index ? { ...other, fresh: true, round: world.round } : other));
  const seen = { ...world, jobs };
  if (isAtRest(run)) {
    const renewed = advance(run, { type: "renew" }, clock(world));
    if (renewed) return { name: `${holder} renew`, world: renew(seen, index, renewed) };
    const step = run.reserved_on === undefined ? "done" : "settle_rest";
    return { name: `${holder} finds it at rest`, world: at(seen, index, step) };
  }
  if (run.state === "sending") {
    return { name: `${holder} unconfirmed`, world: write(seen, index, { type: "unconfirmed" }, "done", "queued") };
  }
  const givenUp = write(
    seen,
    index,
    { type: "crashed" },
    run.reserved_on === undefined ? "done" : "settle_rest",
    "queued",
  );
  if (givenUp.run !== run) return { name: `${holder} gives up`, world: givenUp };
  const claim: RunEvent = { type: "claim", holder, until: hour(world) };
  const step = run.state === "generated" ? (run.reserved_on === undefined ? "sending" : "settle") : "reserve";
  return { name: `${holder} claim`, world: write(seen, index, claim, step, "queued") };
}

/** A new round begins, and the same job continues with it. */
function renew(world: World, index: number, renewed: Run): World {
  const next = { ...written(world, renewed), round: world.round + 1, askedAgain: world.askedAgain + 1 };
  return at(next, index, "queued");
}

/** One conditional write of the store: it happens on top of the version that was read, or not at all. */
function write(world: World, index: number, event: RunEvent, step: Step, otherwise: Step): World {
  const next = world.jobs[index]?.fresh ? advance(world.run, event, clock(world)) : undefined;
  if (next === undefined) return at(world, index, otherwise, false);
  return at({ ...written(world, next), vain: vainAfter(event, world) }, index, step, true);
}

/**
 * Only an event that releases the lease is an outcome. A stored answer is one too, and the claim continues to its
 * sending.
 */
function vainAfter({ type }: RunEvent, { vain }: World): number {
  if (type === "claim") return vain + 1;
  if (type === "answered") return 1;
  return ["wait", "rest", "send_started", "set_aside"].includes(type) ? 0 : vain;
}

function report(world: World): World {
  const event: RunEvent = { type: "delivery", delivery: "delivered", sent_message_id: "out" };
  const next = advance(world.run, event, clock(world));
  return next ? written(world, next) : world;
}

function written(world: World, run: Run): World {
  return { ...world, run: canonical(run), jobs: world.jobs.map((job) => ({ ...job, fresh: false })) };
}

function reserve({ reserved }: World, item: Item, round: number): Partial<World> {
  return { reserved: { ...reserved, [item]: [...new Set([...reserved[item], round])] } };
}

function count(world: World, item: Item, round: number): Partial<World> {
  if (!world.reserved[item].includes(round)) return {};
  return { ...giveBack(world, item, round), counted: { ...world.counted, [item]: world.counted[item] + 1 } };
}

/** Counts the reservation of a run at rest if it has an answer, and releases it otherwise. */
function finish(world: World, item: Item, round: number): Partial<World> {
  return answerOfCall(world.run) === undefined ? giveBack(world, item, round) : count(world, item, round);
}

function giveBack({ reserved }: World, item: Item, round: number): Partial<World> {
  return { reserved: { ...reserved, [item]: reserved[item].filter((one) => one !== round) } };
}

/** Moves a job to a step. A queued or finished job keeps nothing that it read. */
function at(world: World, index: number, step: Step, fresh?: boolean): World {
  const holds = step !== "queued" && step !== "done";
  const jobs = world.jobs.map((job, i) => (i === index ? { ...job, step, fresh: holds && (fresh ?? job.fresh) } : job));
  return { ...world, jobs };
}

function clock(world: World): Date {
  return later(world.hours * 3600 + 1);
}

/** Half an hour later. Every lease and wait lasts until then, and is over after a jump. */
function hour(world: World): string {
  return later(world.hours * 3600 + 1800).toISOString();
}

/** Removes what only a reader of the history looks at, so that equal situations are equal, and keeps the rest short. */
function canonical(run: Run): Run {
  const mail = { object_key: "", envelope_from: "", recipient: "", from: "", subject: "", text: undefined };
  return {
    ...run,
    ...mail,
    timeline: [],
    updated_at: "",
    attempts: 0,
    reopened_at: undefined,
    released: undefined,
    renewed: undefined,
    attachments: undefined,
  };
}
