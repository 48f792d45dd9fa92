import { askingService, mayAsk } from "../forwarding/confirmation/find-confirmation.ts";
import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";

/**
 * True when a mail service asks whether its user's mail may be forwarded to the agent. Nobody reads a reply there, but
 * the owner needs the code or the link in the mail: without it their mail never arrives. While only the headers were
 * read, every mail of such a sender may be one.
 */
export function isForwardConfirmation({ author, headers, text, part_types }: KnownFacts): boolean {
  if (author === undefined) return false;
  if (part_types === null) return mayAsk(author.address);
  return askingService(author.address, `${headerValues(headers, "subject")[0] ?? ""}\n${text ?? ""}`) !== undefined;
}
