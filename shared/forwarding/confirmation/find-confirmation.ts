import { domainOf, isSameMailbox, isWithin, localPartOf } from "../../mail/address.ts";
import { isNoReplyName } from "../../mail/robots/no-reply.ts";
import { SERVICES, type Service, speaksOfForwarding } from "./services.ts";

/** What the owner needs of a confirmation mail. Code and link are text that a service wrote. */
export type Confirmation = {
  service: string;
  code: string | undefined;
  link: string | undefined;
  /** The mailbox that asks, if the mail names it. */
  asked_by: string | undefined;
};

type Asked = { from: string; subject: string; text: string; links: string[]; agent: string };

/** Enough for the longest confirmation. What follows is a footer. */
const MOST_TEXT = 20_000;

/** The service that asks by this mail; undefined if none does. `said`: all that is known of what the mail says. */
export function askingService(from: string, said: string): Service | undefined {
  const service = SERVICES.find(({ senders }) => senders.some((sender) => isSender(from, sender)));
  if (service === undefined || service.onlyForwarding) return service;
  return speaksOfForwarding(said.slice(0, MOST_TEXT)) ? service : undefined;
}

/** True for an address from which a service asks, perhaps beside other mails. */
export function mayAsk(from: string): boolean {
  return SERVICES.some(({ senders }) => senders.some((sender) => isSender(from, sender)));
}

/** Finds the code and the link of a confirmation mail whose sender is proved. */
export function findConfirmation({ from, subject, text, links, agent }: Asked): Confirmation | undefined {
  const body = text.slice(0, MOST_TEXT);
  const service = askingService(from, `${subject}\n${body}`);
  if (service === undefined) return undefined;
  return {
    service: service.name,
    code: codeIn(subject, body),
    link: links.find((link) => isConfirming(link, service)),
    asked_by: askerIn(`${subject}\n${body}`, [agent, from]),
  };
}

function isSender(from: string, sender: string): boolean {
  if (!sender.startsWith("@")) return isSameMailbox(from, sender);
  return domainOf(from) === sender.slice(1) && isNoReplyName(localPartOf(from));
}

/** Only https and only the service's own hosts: a link elsewhere would be a trap that we present as a help. */
function isConfirming(link: string, { hosts, path }: Service): boolean {
  const url = URL.parse(link);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.port !== "") return false;
  if (!hosts.some((host) => isWithin(url.hostname, host))) return false;
  return path === undefined ? isLikely(url) : path.test(url.pathname);
}

/** Help pages and footers are on the same hosts. */
function isLikely(url: URL): boolean {
  return (
    /verif|confirm|forward|activat|approve|accept|valid/i.test(url.pathname + url.search) &&
    !/cancel|deny|reject|help|unsubscribe/i.test(url.pathname)
  );
}

/** Gmail has it in the subject: `(#123456789) Gmail Forwarding Confirmation`. Others write it after a colon or alone in a line. */
function codeIn(subject: string, text: string): string | undefined {
  const ofSubject = /(?:#|[(（]\s{0,3}#?)\s{0,3}(\d{6,12})\b/.exec(subject)?.[1];
  if (ofSubject !== undefined) return ofSubject;
  const lines = text.split("\n", 500).map((line) => line.slice(0, 500).trim());
  for (const [at, line] of lines.entries()) {
    const after = /[:：]\s{0,9}([A-Z0-9]{6,12})\s{0,9}[.。]?$/.exec(line)?.[1];
    if (after !== undefined && /\d{3}/.test(after)) return after;
    // The code alone in a line follows the line that announces it.
    if (/^\d{6,12}$/.test(line) && lines.slice(Math.max(0, at - 2), at).some((before) => /[:：]$/.test(before)))
      return line;
    const within = /[:：]\s{0,9}(\d{6,12})(?![\d@.-])/.exec(line)?.[1];
    if (within !== undefined) return within;
  }
  return undefined;
}

const ADDRESS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,253}\.[a-z]{2,24}/gi;

function askerIn(text: string, others: string[]): string | undefined {
  const named = (text.match(ADDRESS) ?? []).slice(0, 20);
  return named.find((address) => !others.some((other) => isSameMailbox(other, address)));
}
