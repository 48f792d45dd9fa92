import { NOTICES_LOCAL_PART } from "../notices/sender.ts";

/**
 * `name`: nobody gets it on the domain that owners share. `word`: it misleads as part of a name too, such as
 * `abuse-team`. On a domain of an owner's own, both are theirs to take.
 */
export type ReservedName = {
  name: string;
  as: "name" | "word";
  source: string;
  /** Mail to it reaches the operator (docs/mail.md). */
  toOperator?: true;
};

const RFC_2142 = "RFC 2142";
const CAB = "CA/Browser Forum Baseline Requirements 3.2.2.4.4: whoever reads it can get a certificate for the domain";
const SYSTEM = "names that mail programs take for a machine (RFC 3834, 2; RFC 5230, 4.6)";
const OURS = "Latchkey's own senders";
const POSES = "custom of web services: a name that customers take for the operator";
const REPORTS = "reports about the domain's mail (RFC 9990; RFC 8460)";

/** Names that would speak for the mail domain itself, or for those who run it. */
export const RESERVED_NAMES: readonly ReservedName[] = [
  ...row("word", "RFC 5321, 4.5.1; RFC 2142, 5", "operator", ["postmaster", "hostmaster"]),
  ...row("word", "RFC 2142, 4", "operator", ["abuse"]),
  ...row("name", "RFC 2142, 4", "operator", ["noc", "security"]),
  ...row("name", "RFC 2142, 5", "operator", ["webmaster", "www"]),
  ...row("name", "RFC 2142, 3", "operator", ["info", "support", "sales", "marketing"]),
  // The services themselves do not exist here.
  ...row("name", RFC_2142, "nobody", ["usenet", "news", "uucp", "ftp"]),
  ...row("name", CAB, "operator", ["admin", "administrator"]),
  ...row("name", CAB, "nobody", ["ssladmin", "ssladministrator", "sslwebmaster", "sysadmin", "is", "it", "mis"]),
  ...row("name", SYSTEM, "operator", ["root"]),
  ...row("word", SYSTEM, "nobody", ["mailer-daemon", "mail-daemon", "mdaemon", "daemon", "listserv", "majordomo"]),
  ...row("word", SYSTEM, "nobody", ["bounce", "bounces", "noreply", "donotreply"]),
  ...row("name", SYSTEM, "nobody", ["nobody", "mail", "mailer", "smtp", "imap", "pop", "mx", "autoconfig"]),
  ...row("name", SYSTEM, "nobody", ["autodiscover", "localhost", "null", "undefined", "anonymous", "test"]),
  ...row("word", OURS, "nobody", ["latchkey"]),
  ...row("name", OURS, "nobody", [NOTICES_LOCAL_PART, "notice", "notification", "notifications", "agent", "agents"]),
  ...row("name", REPORTS, "operator", ["dmarc", "dmarc-reports", "tls-reports", "tlsrpt"]),
  ...row("name", "RFC 9116; custom", "operator", ["phishing", "spam", "cert", "psirt", "csirt", "privacy", "legal"]),
  ...row("name", "GDPR, articles 13 and 37: a contact for privacy", "operator", ["dpo", "gdpr", "datenschutz"]),
  ...row("name", POSES, "nobody", ["billing", "payment", "payments", "invoice", "invoices", "account", "accounts"]),
  ...row("name", POSES, "nobody", ["help", "helpdesk", "service", "contact", "hello", "team", "staff", "official"]),
  ...row("name", POSES, "nobody", ["system", "moderator", "owner", "operator", "password", "login", "signin"]),
  ...row("name", POSES, "nobody", ["verify", "verification", "trust", "safety", "fraud", "compliance"]),
];

/** Words that make no name of their own out of a reserved one: `admin-team` is as misleading as `admin`. */
export const FILLERS: readonly string[] = [
  ...["the", "team", "desk", "dept", "department", "office", "service", "services", "center", "centre", "group"],
  ...["mail", "email", "contact", "help", "alert", "alerts", "notice", "notices", "official", "online", "us", "my"],
];

function row(as: "name" | "word", source: string, to: "operator" | "nobody", names: string[]): ReservedName[] {
  return names.map((name) => ({ name, as, source, ...(to === "operator" && { toOperator: true }) }));
}
