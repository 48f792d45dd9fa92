import { cleanLine } from "../mail/clean-line.ts";
import type { HaltedStatus } from "../providers/handling.ts";
import { mendPages } from "../providers/mend-pages.ts";
import { joinProviders, providerOf } from "../providers/registry.ts";
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
    subject: `${name} no longer accepts your key`,
    what: `${name} refused the key that you stored in Latchkey. It may have been revoked or may have expired.`,
    todo: `make a new key at ${page} and store it in Latchkey under "AI keys".`,
  }),
  no_credit: (name, page) => ({
    subject: `Your ${name} account has no credit left`,
    what: `${name} says that your key's account has no credit left or has reached a spending limit.`,
    todo: `add credit or raise the limit at ${page}, ${CHECK}`,
  }),
  lacks_rights: (name, page) => ({
    subject: `Your ${name} key lacks a permission`,
    what: `${name} accepts your key but does not let it use the model: the key, a role or a project lacks a permission.`,
    todo: `give the key that permission at ${page}, ${CHECK}`,
  }),
  address_blocked: (name, page) => ({
    subject: `Your ${name} key may not be used from here`,
    what: `${name} accepts your key only from listed addresses, sites or apps. Latchkey's calls come from changing addresses.`,
    todo: `remove that restriction at ${page}, ${CHECK}`,
  }),
  service_disabled: (name, page) => ({
    subject: `${name} is not enabled for your key`,
    what: `The API of ${name} is not enabled in the project that your key belongs to.`,
    todo: `enable it at ${page}, wait a few minutes, ${CHECK}`,
  }),
  account_suspended: (name, page) => ({
    subject: `Your ${name} account is suspended or closed`,
    what: `${name} says that your key's account or project is suspended, closed or archived.`,
    todo: `resolve that at ${page} or make a key in another account, then check or store the key in Latchkey under "AI keys".`,
  }),
};

/** The text of every kind of notice: what happened, what it means for the mails, and what to do where. */
const WORDS: { [K in NoticeKind]: (notice: ByKind[K]) => NoticeText } = {
  key_failed: ({ provider, status }) => {
    const row = providerOf(provider);
    const { subject, what, todo } = KEY_FAILED[status](row.name, mendPages(row)[status]);
    const held = "Mails that need this key are on hold. Nothing is lost.";
    return { subject, text: paragraphs(what, held, `What to do: ${todo} Then the mails on hold are answered.`) };
  },

  no_ai_config: ({ agent_name }) => ({
    subject: "A mail is waiting: there is no AI key to answer it with",
    text: paragraphs(
      `A mail arrived for your agent "${shortName(agent_name)}", but your account has no AI key to answer it with.`,
      "This mail and all further mails are on hold. Nothing is lost.",
      `What to do: store a key of ${joinProviders()} in Latchkey under "AI keys". Then the mails on hold are answered. The provider bills you for the use of the key.`,
    ),
  }),

  budget_80: (notice) => ({
    subject: `80 % of ${budgetName(notice)} is spent`,
    text: paragraphs(
      `Your agents have spent ${spentOfBudget(notice)} in ${notice.period} (UTC).`,
      "At 100 %, further mails are put on hold. They continue automatically when the period ends or when you raise the budget.",
      whereToRaise(notice),
    ),
  }),

  budget_100: (notice) => ({
    subject: `${capitalize(budgetName(notice))} is used up: mails are on hold`,
    text: paragraphs(
      `Your agents have spent ${spentOfBudget(notice)} in ${notice.period} (UTC).`,
      "Further mails are on hold until the period ends, and then continue automatically, oldest first. Nothing is lost, and nothing more is spent. You can drop a mail that no longer needs an answer.",
      whereToRaise(notice),
    ),
  }),

  agent_paused: ({ agent_name, complaints }) => ({
    subject: `Your agent "${shortName(agent_name)}" was switched off after complaints`,
    text: paragraphs(
      `${complaints} people have marked answers of your agent "${shortName(agent_name)}" as spam within 30 days. We have switched it off, so that its mails and everybody else's still reach people's inboxes.`,
      "Mails to it are on hold. Nothing is lost.",
      `What to do: look in Latchkey under "Conversations" at its answers and their recipients, change its instructions or limits, and switch it on again under "Agents".`,
    ),
  }),

  mail_given_up: ({ agent_name }) => ({
    subject: `Your agent "${shortName(agent_name)}" could not process a mail`,
    text: paragraphs(
      `Latchkey has tried three times to process a mail to your agent "${shortName(agent_name)}", and failed each time. The mail may be damaged or malicious.`,
      "The mail is on hold and was not answered. Further mails like this today are put on hold too, without another notice.",
      `What to do: look at the mail in Latchkey under "Conversations". You can answer it yourself, let Latchkey try again, or drop it.`,
    ),
  }),

  model_ends: ({ provider, model, ends_on, successor }) => {
    const { name } = providerOf(provider);
    return {
      subject: `${name} will shut down the model ${shortName(model)} on ${ends_on}`,
      text: paragraphs(
        `Your ${name} key uses the model ${shortName(model)}, which ${name} will shut down on ${ends_on}.`,
        "From that day on, mails that need it may be put on hold, or another model may answer them at another price.",
        `What to do: choose another model in Latchkey under "AI keys"${successor === undefined ? "" : `. ${name} recommends ${shortName(successor)}`}.`,
      ),
    };
  },

  webhook_paused: ({ webhook_name, reason }) => ({
    subject: `Your webhook "${shortName(webhook_name)}" was paused`,
    text: paragraphs(
      reason === "gone"
        ? `The receiver of your webhook "${shortName(webhook_name)}" answered that it is gone for good (410), so Latchkey calls it no more.`
        : `Latchkey called the receiver of your webhook "${shortName(webhook_name)}" for a day, and no call succeeded, so it is called no more.`,
      "Mails are received and answered as before. Events are kept in the webhook's log for 30 days.",
      `What to do: look in Latchkey under "Webhooks" at what the receiver answered, mend it, switch the webhook on again, and have the events delivered that it missed.`,
    ),
  }),

  domain_proven: ({ domain }) => ({
    subject: `Your domain ${shortName(domain)} is ready`,
    text: paragraphs(
      `The DNS records of your domain ${shortName(domain)} were found. Your agents' answers can now leave from addresses on it.`,
      "Leave the records where they are: they are looked at again and again.",
      `What to do: give an agent an address on the domain in Latchkey under "Agents".`,
    ),
  }),

  domain_lost: ({ domain }) => ({
    subject: `Your domain ${shortName(domain)} is suspended: DNS records are missing`,
    text: paragraphs(
      `DNS records that prove your domain ${shortName(domain)} have been missing for days, so no answers leave from addresses on it any more.`,
      "Mails that would be answered from there are on hold. Nothing is lost.",
      `What to do: look in Latchkey under "Domains" which records are missing, and set them again where you manage the domain. If the domain is no longer yours, remove it there and give your agents another address.`,
    ),
  }),

  outage: ({ provider, since }) => ({
    subject: `${providerOf(provider).name} is not answering: your mails are waiting`,
    text: paragraphs(
      `${providerOf(provider).name} has not answered our calls since ${formatMinute(since)}.`,
      "Mails that need it wait for up to 48 hours and are answered when it is back. Nothing is lost.",
      `What to do: nothing, or name a second provider for your agents in Latchkey under "Agents".`,
    ),
  }),
};

export function noticeText<K extends NoticeKind>(notice: Of<K>): NoticeText {
  return WORDS[notice.kind](notice);
}

type Budget = Of<"budget_80"> | Of<"budget_100">;

function budgetName({ agent_name }: Budget): string {
  return agent_name === undefined ? "your monthly budget" : `the daily budget of your agent "${shortName(agent_name)}"`;
}

function spentOfBudget({ spent_usd, budget_usd }: Budget): string {
  return `${formatUsd(spent_usd)} of ${formatUsd(budget_usd)}`;
}

function whereToRaise({ agent_name }: Budget): string {
  const page = agent_name === undefined ? "Account" : "Agents";
  return `What to do: nothing, or change the budget in Latchkey under "${page}". "Usage" shows what the money was spent on.`;
}

function formatUsd(amount: number): string {
  return `USD ${amount.toFixed(2)}`;
}

/** Formats `2026-11-23T20:45:00.000Z` as `2026-11-23 20:45 UTC`. */
function formatMinute(time: string): string {
  return `${time.slice(0, 16).replace("T", " ")} UTC`;
}

function shortName(name: string): string {
  return cleanLine(name, MAX_NAME);
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function paragraphs(...texts: string[]): string {
  return texts.join("\n\n");
}
