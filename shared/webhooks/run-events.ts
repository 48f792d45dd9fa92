import { hashId } from "../ids.ts";
import type { Run } from "../runs/run.ts";
import type { Payload, WebhookEvent } from "./event.ts";

type Told = Pick<Run, "user_id" | "run_id" | "agent_id" | "received_at" | "timeline" | "is_test" | "is_summary">;
type Happened = Pick<Payload, "type"> & { reason?: string };

/** Older events were announced long ago, and what tells repetitions may have expired. Dead letters live as long. */
const MAX_AGE_MS = 14 * 86_400_000;

/**
 * The events in a run's timeline, oldest first. The ledger writes each line in the same write as the change itself, so
 * the timeline is the outbox: whoever finds the run later finds every event again, each with the id that it had before.
 * A test mail has none, since its owner watches it.
 */
export function eventsOf(run: Told, now: Date): WebhookEvent[] {
  if (run.is_test) return [];
  const since = new Date(now.getTime() - MAX_AGE_MS).toISOString();
  const meaning = new TimelineMeaning();
  return run.timeline.flatMap(({ at, event }) =>
    meaning
      .of(event)
      .filter(({ type }) => at >= since && !(run.is_summary && isOfMails(type)))
      .map((happened) => eventOf(run, at, happened)),
  );
}

/** The events without the arrival, which was announced where the run was added. */
export function outcomesOf(run: Told, now: Date): WebhookEvent[] {
  return eventsOf(run, now).filter(({ payload }) => payload.type !== "mail.received");
}

/** A summary was not received, and answers nobody. */
function isOfMails(type: Payload["type"]): boolean {
  return type === "mail.received" || type === "run.replied";
}

/** Reads the lines of one timeline in their order. */
class TimelineMeaning {
  /** The owner asked for another answer. Without one, the run returns to its draft. */
  #redo = false;
  #replied = false;

  of(line: string): Happened[] {
    const [head = "", what = ""] = line.split(":");
    switch (head) {
      case "received":
        return [{ type: "mail.received" }];
      case "regenerate":
        this.#redo = true;
        return [];
      case "answered":
        this.#redo = false;
        return [];
      case "sent":
      case "delivered":
        return this.#reply();
      case "bounced":
        return [...this.#reply(), { type: "reply.bounced" }];
      case "complained":
        return [...this.#reply(), { type: "reply.complained" }];
      case "drafted":
        return [{ type: "run.drafted" }];
      case "held":
        return this.#hold(what);
      case "unconfirmed":
        return this.#hold("may_have_been_sent");
      case "send_refused":
      case "rejected":
        return this.#hold("send_refused");
      case "failed":
        return [{ type: "run.failed", reason: what }];
      default:
        return [];
    }
  }

  /** SES's report may be the first to say that a reply has left. */
  #reply(): Happened[] {
    if (this.#replied) return [];
    this.#replied = true;
    return [{ type: "run.replied" }];
  }

  #hold(reason: string): Happened[] {
    const type = this.#redo ? "run.drafted" : "run.held";
    this.#redo = false;
    return [{ type, reason }];
  }
}

function eventOf(run: Told, timestamp: string, happened: Happened): WebhookEvent {
  const { user_id, run_id, agent_id, timeline } = run;
  // A mail that is routed twice gets its first lines twice, with other times. Whatever stands there happens once.
  const [first] = timeline;
  const isFirst = first?.event === "received" && first.at === timestamp;
  const id = `msg_${hashId(user_id, run_id, happened.type, isFirst ? "" : timestamp)}`;
  return { id, agent_id, payload: payloadOf(run, timestamp, happened) };
}

function payloadOf(run: Told, timestamp: string, { type, reason = "" }: Happened): Payload {
  const { run_id, agent_id, received_at } = run;
  const data = { run_id, agent_id, received_at, link: `/conversations/${run_id}` };
  switch (type) {
    case "run.drafted":
      return { type, timestamp, data: { ...data, state: "drafted", ...(reason !== "" && { reason }) } };
    case "run.held":
      return { type, timestamp, data: { ...data, state: "held", reason } };
    case "run.failed":
      return { type, timestamp, data: { ...data, state: "failed", reason } };
    case "mail.received":
      return { type, timestamp, data: { ...data, state: "received" } };
    case "run.replied":
    case "reply.bounced":
    case "reply.complained":
      return { type, timestamp, data: { ...data, state: "replied" } };
    default:
      throw new Error(`${type} is no event of a run`);
  }
}
