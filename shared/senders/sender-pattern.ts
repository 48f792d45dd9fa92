/**
 * Whom an entry of a list of senders means, in lower case and with the domain's ASCII form (RFC 5891):
 * `anna@shop.example` is one mailbox, `shop.example` a domain with all that lies below it, and `*.shop.example` only
 * what lies below it.
 */
export type Read = { pattern: string } | { fault: string };

/** A domain of more labels than that is no domain of a person's mail, and each label costs a key of a look-up. */
export const MOST_LABELS = 8;

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** As SMTPUTF8 allows it too (RFC 6531), without what separates addresses in a list. */
const LOCAL = /^[^\s@<>()[\],;:\\"*]{1,64}$/;

const NEITHER = "is neither an e-mail address nor a domain";

/** Reads one entry as people write and paste them: `@shop.example`, `mailto:anna@shop.example`, `SHOP.example.` */
export function readPattern(text: string): Read {
  const entry = bare(text.normalize("NFC").toLowerCase());
  if (entry === "") return { fault: "is empty" };
  if (entry === "*" || entry === "*@*") return { fault: "would mean everybody" };
  if (entry.includes("://")) return { fault: "is a web address; enter its domain" };
  const at = entry.lastIndexOf("@");
  const local = entry.slice(0, Math.max(at, 0));
  const named = readDomain(entry.slice(at + 1));
  if ("fault" in named) return named;
  // `@shop.example` and `*@shop.example` are how other programs write a domain.
  if (local === "" || local === "*") return named;
  if (named.pattern.startsWith("*.")) return { fault: "names one mailbox at many domains; enter the domains alone" };
  if (local.includes("*")) return { fault: "has a * within the address; enter the whole address, or its domain" };
  return LOCAL.test(local) ? { pattern: `${local}@${named.pattern}` } : { fault: NEITHER };
}

/** Takes off what stands around an entry that was copied from a mail, a table or a program's source. */
function bare(text: string): string {
  let entry = text.trim();
  if (entry.startsWith("mailto:")) entry = entry.slice("mailto:".length).split("?", 1)[0] ?? "";
  for (const [open, close] of QUOTES) {
    if (entry.length > 1 && entry.startsWith(open) && entry.endsWith(close)) entry = entry.slice(1, -1).trim();
  }
  return entry;
}

const QUOTES = [
  ['"', '"'],
  ["'", "'"],
  ["<", ">"],
] as const;

/** `*.shop.example` and Postfix's `.shop.example` mean what lies below; a dot at the end is DNS's root. */
function readDomain(text: string): Read {
  const isBelow = text.startsWith("*.") || text.startsWith(".");
  const from = isBelow ? text.indexOf(".") + 1 : 0;
  const name = text.slice(from, text.endsWith(".") ? -1 : undefined);
  if (name.includes("*")) return { fault: "has a * in another place than the beginning" };
  const domain = asciiDomain(name);
  const labels = domain.split(".");
  const isName =
    domain.length <= 253 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
  if (!isName) return { fault: NEITHER };
  if (labels.length > MOST_LABELS) return { fault: `has more than ${MOST_LABELS} parts` };
  if (isBelow) return { pattern: `*.${domain}` };
  return labels.length > 1 ? { pattern: domain } : { fault: NEITHER };
}

/** The form that stands in DNS and in mails. A name that has none stays, to be refused. */
function asciiDomain(name: string): string {
  if (/^\p{ASCII}*$/u.test(name) || !/^[\p{L}\p{M}\p{N}.。-]{1,253}$/u.test(name)) return name;
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}

/**
 * Every pattern that would mean this address, so that a list of any length is asked by key: the mailbox with and without
 * its tag, each of its domains, and each of those with `*.`. At most 19.
 */
export function patternsFor(address: string): string[] {
  const lower = address.normalize("NFC").toLowerCase();
  const at = lower.lastIndexOf("@");
  if (at < 1) return [];
  const local = lower.slice(0, at);
  const domain = asciiDomain(lower.slice(at + 1)).replace(/\.$/, "");
  // Whoever may write with one tag may write with any, so an entry without a tag means all of them.
  const [untagged = ""] = local.split("+", 1);
  const mailboxes = new Set([local, untagged].filter((each) => each !== "").map((each) => `${each}@${domain}`));
  const labels = domain.split(".");
  const domains = labels.map((_, from) => labels.slice(from).join(".")).slice(-MOST_LABELS);
  const below = domains.filter((each) => each !== domain).map((each) => `*.${each}`);
  return [...mailboxes, ...domains.filter((each) => each.includes(".")), ...below];
}

/** True if the pattern means this address. */
export function meansAddress(pattern: string, address: string): boolean {
  return patternsFor(address).includes(pattern);
}
