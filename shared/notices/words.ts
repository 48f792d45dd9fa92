import { cleanLine } from "../mail/clean-line.ts";
import type { HaltedStatus } from "../providers/handling.ts";
import { mendPages } from "../providers/mend-pages.ts";
import { anyProvider, providerOf } from "../providers/registry.ts";
import type { Notice, NoticeKind } from "./notice.ts";

export type NoticeText = { subject: string; text: string };

const MAX_NAME = 60;

type ByKind = { [N in Notice as N["kind"]]: N };
type Of<K extends NoticeKind> = ByKind[K] & { kind: K };

const CHECK = 'then check the key in Latchkey under "AI keys".';

type KeyFailed = { subject: string; what: string; todo: string };

/** The notice for each state of a key, with the provider's name and the page where the owner can fix it. */
const KEY_FAILED: Record<HaltedStatus, (name: string, page: string) => KeyFailed> = {
  rejected: (name, page) => ({
    subject: `${name} does not accept your key any more`,
    what: `${name} refused the key that you stored in Latchkey. It may have been revoked, or have expired.`,
    todo: `make a new key at ${page} and store it in Latchkey under "AI keys".`,
  }),
  no_credit: (name, page) => ({
    subject: `Your ${name} account has no credit left`,
    what: `${name} says that the account of your key has no credit left, or has reached a spending limit.`,
    todo: `add credit or raise the limit at ${page}, ${CHECK}`,
  }),
  lacks_rights: (name, page) => ({
    subject: `Your ${name} key lacks a permission`,
    what: `${name} accepts your key, and does not let it ask the model: a restricted key, a role or a project lacks a permission.`,
    todo: `give the key that permission at ${page}, ${CHECK}`,
  }),
  address_blocked: (name, page) => ({
    subject: `Your ${name} key may not be used from here`,
    what: `${name} accepts your key only from addresses, sites or apps that were listed for it there. Latchkey's calls come from changing addresses.`,
    todo: `remove that restriction at ${page}, ${CHECK}`,
  }),
  service_disabled: (name, page) => ({
    subject: `${name} is not enabled for your key`,
    what: `The API of ${name} is not enabled in the project that your key belongs to.`,
    todo: `enable it at ${page}, wait some minutes, ${CHECK}`,
  }),
  account_suspended: (name, page) => ({
    subject: `Your ${name} account is suspended or closed`,
    what: `${name} says that the account or project of your key is suspended, closed or archived.`,
    todo: `settle that at ${page}, or make a key of another account, and check or store it in Latchkey under "AI keys".`,
  }),
};

/** The text of every kind of notice: what happened, what it means for the mails, and what to do where. */
const WORDS: { [K in NoticeKind]: (notice: ByKind[K]) => NoticeText } = {
  key_failed: ({ provider, status }) => {
    const row = providerOf(provider);
    const { subject, what, todo } = KEY_FAILED[status](row.name, mendPages(row)[status]);
    const held = "Mails that need this key are held. Nothing is lost.";
    return { subject, text: paragraphs(what, held, `What to do: ${todo} The held mails are answered then.`) };
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
      `Your agents have spent ${spentOfBudget(notice)} in ${notice.period} (UTC).`,
      "At 100 % further mails are held. They go on by themselves when the period is over, or when you raise the budget.",
      whereToRaise(notice),
    ),
  }),

  budget_100: (notice) => ({
    subject: `${capital(whose(notice))} is used up: mails are held`,
    text: paragraphs(
      `Your agents have spent ${spentOfBudget(notice)} in ${notice.period} (UTC).`,
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

  mail_given_up: ({ agent_name }) => ({
    subject: `Your agent "${short(agent_name)}" could not work on a mail`,
    text: paragraphs(
      `Latchkey has tried three times to work on a mail to your agent "${short(agent_name)}", and broke down each time. The mail may be damaged, or made to do harm.`,
      "The mail is held and was not answered. If there are more such mails today, they are held too, without another notice.",
      `What to do: look at the mail in Latchkey under "Conversations". You can answer it yourself, let Latchkey try again, or drop it.`,
    ),
  }),

  model_ends: ({ provider, model, ends_on, successor }) => {
    const { name } = providerOf(provider);
    return {
      subject: `${name} ends the model ${short(model)} on ${ends_on}`,
      text: paragraphs(
        `Your key of ${name} is set to the model ${short(model)}, which ${name} ends on ${ends_on}.`,
        "From that day on, mails that need it may be held, or be answered by another model at another price.",
        `What to do: choose another model in Latchkey under "AI keys"${successor === undefined ? "" : `. ${name} recommends ${short(successor)}`}.`,
      ),
    };
  },

  outage: ({ provider, since }) => ({
    subject: `${providerOf(provider).name} is not answering: your mails wait`,
    text: paragraphs(
      `${providerOf(provider).name} has not answered our calls since ${minute(since)}.`,
      "Mails that need it wait, for up to 48 hours, and are answered when it is back. Nothing is lost.",
      `What to do: nothing, or name a second provider for your agents in Latchkey under "Agents".`,
    ),
  }),
};

export function noticeText<K extends NoticeKind>(notice: Of<K>): NoticeText {
  return WORDS[notice.kind](notice);
}

type Budget = Of<"budget_80"> | Of<"budget_100">;

function whose({ agent_name }: Budget): string {
  return agent_name === undefined ? "your monthly budget" : `the daily budget of your agent "${short(agent_name)}"`;
}

function spentOfBudget({ spent_usd, budget_usd }: Budget): string {
  return `${usd(spent_usd)} of ${usd(budget_usd)}`;
}

function whereToRaise({ agent_name }: Budget): string {
  const page = agent_name === undefined ? "Account" : "Agents";
  return `What to do: nothing, or change the budget in Latchkey under "${page}". What was spent on what stands under "Usage".`;
}

function usd(amount: number): string {
  return `USD ${amount.toFixed(2)}`;
}

/** Formats `2026-11-23T20:45:00.000Z` as `2026-11-23 20:45 UTC`. */
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
