import { cleanLine } from "../mail/clean-line.ts";
import { reasonRow } from "../runs/reasons.ts";
import type { WaitingRun } from "../runs/run-store.ts";
import type { ReminderSettings } from "./settings.ts";

export type Reminder = {
  /** What waits, newest first. */
  waiting: WaitingRun[];
  /** True if even more waits than these. */
  isCut: boolean;
  /** How many mails were answered since the last reminder. */
  answered: number;
  /** ISO 8601; undefined for the first reminder. */
  since: string | undefined;
  settings: Pick<ReminderSettings, "when" | "with_senders">;
  /** The app's address, `https://app.example`. */
  webUrl: string;
  unsubscribeUrl: string;
};

/** The mails whose sender and subject are shown, where the owner wants that. */
const MOST_SHOWN = 20;
const MAX_LINE = 120;

const HOW_OFTEN = {
  off: "",
  at_once: "when something new waits, at most every ten minutes",
  hourly: "at most once an hour, when something new waits",
  daily: "at most once a day, when something new waits",
} as const;

/** The mail that tells an owner what waits: numbers and links, and nothing that a customer wrote unless the owner asked for it. */
export function reminderText(reminder: Reminder): { subject: string; text: string } {
  const { waiting, isCut, settings, webUrl, unsubscribeUrl } = reminder;
  const count = isCut ? `${waiting.length} or more` : String(waiting.length);
  const drafts = waiting.filter(({ state }) => state === "drafted");
  const held = waiting.filter(({ state }) => state === "held");
  const parts = [
    drafts.length > 0
      ? `${drafts.length === 1 ? "1 draft waits" : `${drafts.length} drafts wait`} for your approval:\n${link(webUrl, "drafted")}`
      : "",
    held.length > 0
      ? `${held.length === 1 ? "1 mail is" : `${held.length} mails are`} on hold:\n${link(webUrl, "held")}\n\n${byReason(held)}`
      : "",
    settings.with_senders ? whoWrote(waiting, webUrl) : "",
    answeredLine(reminder),
    `You get this mail ${HOW_OFTEN[settings.when]}. Change that in Latchkey under "Account", or end it here:\n${unsubscribeUrl}`,
    "Nobody reads replies to this address.",
  ];
  const waits = waiting.length === 1 && !isCut ? "1 mail waits" : `${count} mails wait`;
  return { subject: `${waits} for you`, text: parts.filter((part) => part !== "").join("\n\n") };
}

function link(webUrl: string, state: string): string {
  return `${webUrl}/conversations?state=${state}`;
}

function byReason(held: WaitingRun[]): string {
  const counts = Map.groupBy(held, ({ reason }) => reason ?? "");
  const lines = [...counts].map(([reason, runs]) => ({
    count: runs.length,
    why: reasonRow(reason)?.owner ?? "On hold.",
  }));
  const sorted = lines.toSorted((a, b) => b.count - a.count);
  return sorted.map(({ count, why }) => `  ${count} x ${why}`).join("\n");
}

function whoWrote(waiting: WaitingRun[], webUrl: string): string {
  const shown = waiting.slice(0, MOST_SHOWN).map(({ run_id, from, subject }) => {
    const line = `${cleanLine(from, MAX_LINE)}: ${cleanLine(subject, MAX_LINE) || "(no subject)"}`;
    return `  ${line}\n  ${webUrl}/conversations/${run_id}`;
  });
  const more = waiting.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n\n");
}

function answeredLine({ answered, since }: Reminder): string {
  if (answered === 0) return "";
  const mails = answered === 1 ? "1 mail was" : `${answered} mails were`;
  const when = since === undefined ? "in the last 24 hours" : `since ${since.slice(0, 16).replace("T", " ")} UTC`;
  return `${mails} answered ${when}.`;
}
