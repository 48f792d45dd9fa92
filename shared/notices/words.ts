import { cleanLine } from "../mail/clean-line.ts";
import { anyProvider, providerOf } from "../providers/registry.ts";
import type { Notice, NoticeKind } from "./notice.ts";

export type Words = { subject: string; text: string };

const MAX_NAME = 60;

type ByKind = { [N in Notice as N["kind"]]: N };
type Of<K extends NoticeKind> = ByKind[K] & { kind: K };

/** The words of every kind: what happened, what it means for the mails, what to do and where. */
const WORDS: { [K in NoticeKind]: (notice: ByKind[K]) => Words } = {
  key_failed: ({ provider, status }) => {
    const { name, pages } = providerOf(provider);
    return status === "rejected"
      ? {
          subject: `${name} does not accept your key any more`,
          text: paragraphs(
            `${name} refused the key that you stored in Latchkey. It may have been revoked, or have lost its rights.`,
            "Mails that need this key are held. Nothing is lost.",
            `What to do: make a new key at ${pages.keys} and store it in Latchkey under "AI keys". The held mails are answered then.`,
          ),
        }
      : {
          subject: `Your ${name} account has no credit left`,
          text: paragraphs(
            `${name} says that the account of your key has no credit left.`,
            "Mails that need this key are held. Nothing is lost.",
            `What to do: add credit at ${pages.billing}, then check the key in Latchkey under "AI keys". The held mails are answered then.`,
          ),
        };
  },

  no_ai_config: ({ agent_name }) => ({
    subject: "A mail waits: there is no AI key to answer it with",
    text: paragraphs(
      `A mail arrived for your agent "${short(agent_name)}", and your account has no AI key to answer it with.`,
      "The mail is held, and so is every further one. Nothing is lost.",
      `What to do: store a key of ${anyProvider()} in Latchkey under "AI keys". The held mails are answered then. The provider bills you for what the key is used for.`,
    ),
  }),

  budget_80: (notice) => ({
    subject: `80 % of ${whose(notice)} are spent`,
    text: paragraphs(
      `Your agents have spent ${spent(notice)} in ${notice.period} (UTC).`,
      "At 100 % further mails are held. They go on by themselves when the period is over, or when you raise the budget.",
      whereToRaise(notice),
    ),
  }),

  budget_100: (notice) => ({
    subject: `${capital(whose(notice))} is used up: mails are held`,
    text: paragraphs(
      `Your agents have spent ${spent(notice)} in ${notice.period} (UTC).`,
      "Further mails are held until the period is over, and then go on by themselves, oldest first. Nothing is lost, and nothing more is spent. A mail that you no longer want answered you can drop.",
      whereToRaise(notice),
    ),
  }),

  agent_paused: ({ agent_name, complaints }) => ({
    subject: `Your agent "${short(agent_name)}" was switched off after complaints`,
    text: paragraphs(
      `${complaints} people have marked answers of your agent "${short(agent_name)}" as spam within 30 days. We have switched it off, so that its mails, and everybody else's, go on reaching their inboxes.`,
      "Mails to it are held. Nothing is lost.",
      `What to do: look in Latchkey under "Conversations" at what it answered and to whom, change its instructions or limits, and switch it on again under "Agents".`,
    ),
  }),

  outage: ({ provider, since }) => ({
    subject: `${providerOf(provider).name} is not answering: your mails wait`,
    text: paragraphs(
      `${providerOf(provider).name} has not answered our calls since ${minute(since)}.`,
      "Mails that need it wait, for up to 48 hours, and are answered when it is back. Nothing is lost.",
      `What to do: nothing, or name a second provider for your agents in Latchkey under "Agents".`,
    ),
  }),
};

export function wordsOf<K extends NoticeKind>(notice: Of<K>): Words {
  return WORDS[notice.kind](notice);
}

type Budget = Of<"budget_80"> | Of<"budget_100">;

function whose({ agent_name }: Budget): string {
  return agent_name === undefined ? "your monthly budget" : `the daily budget of your agent "${short(agent_name)}"`;
}

function spent({ spent_usd, budget_usd }: Budget): string {
  return `${usd(spent_usd)} of ${usd(budget_usd)}`;
}

function whereToRaise({ agent_name }: Budget): string {
  const page = agent_name === undefined ? "Account" : "Agents";
  return `What to do: nothing, or change the budget in Latchkey under "${page}". What was spent on what stands under "Usage".`;
}

function usd(amount: number): string {
  return `USD ${amount.toFixed(2)}`;
}

/** `2026-11-23T20:45:00.000Z` as `2026-11-23 20:45 UTC`. */
function minute(time: string): string {
  return `${time.slice(0, 16).replace("T", " ")} UTC`;
}

function short(name: string): string {
  return cleanLine(name, MAX_NAME);
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function paragraphs(...texts: string[]): string {
  return texts.join("\n\n");
}
