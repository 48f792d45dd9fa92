import { isSameMailbox } from "../mail/address.ts";
import { namedRecipients } from "../mail/addressed.ts";
import type { KnownFacts } from "../mail/facts.ts";

/** Headers in which a group keeps the author whom it took out of From. */
const ORIGINAL = ["x-original-from", "x-original-sender", "x-original-authentication-results"];
/** `"Carla Diaz" via Support <support@acme.example>`, in the languages of Google Groups. */
const VIA = / (?:via|über|através de|por medio de|tramite|przez|через|経由) /i;

/**
 * True when the mailbox that forwarded the mail put its own address into From (Google Groups for domains with a strict
 * DMARC policy, Mailman's "munge from"). From is then proved, and is not who wrote.
 */
export function isFromRewritten({ author, through, headers, reply_to }: KnownFacts): boolean {
  if (author === undefined || through === undefined || !isSameMailbox(author.address, through.address)) return false;
  const hasOriginal = headers.some(({ name }) => ORIGINAL.includes(name) || name === "x-google-group-id");
  const repliesElsewhere = reply_to.some(
    ({ address }) => address.includes("@") && !isSameMailbox(address, author.address),
  );
  const isToItself = namedRecipients({ headers }).some(({ address }) => isSameMailbox(address, author.address));
  return hasOriginal || VIA.test(` ${author.name} `) || (repliesElsewhere && isToItself);
}

/** True when the mail has a signature of its author's domain or of a parent, which then must have been broken on the way. */
export function hasAuthorsSignature({ author, headers }: KnownFacts): boolean {
  const domain = author?.address.split("@").at(-1)?.toLowerCase() ?? "";
  return headers.some(({ name, value }) => {
    if (name !== "dkim-signature") return false;
    const signer =
      /(?:^|;)\s{0,9}d\s{0,9}=\s{0,9}([^\s;]{1,253})/.exec(value.slice(0, 4_000))?.[1]?.toLowerCase() ?? "";
    return signer !== "" && (domain === signer || domain.endsWith(`.${signer}`));
  });
}
