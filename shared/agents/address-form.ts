/** RFC 5321, 4.5.3.1.1: octets before the "@". Every character here is one octet. */
const LONGEST = 64;
/** RFC 5321, 4.5.3.1.3: a path, without its two brackets. */
const LONGEST_WHOLE = 254;
/** On the domain that all owners share. Names of one or two characters are typed by mistake and look alike. */
const SHORTEST_SHARED = 3;

/** What a person may ask for, split at the "@" and in lower case. */
export type Wish = { local: string; domain: string; address: string };

/**
 * Reads what a person asks for: a name, or a whole address. Blanks around it are not part of it. Only ASCII letters are
 * folded to lower case, because folding turns some other letters into ASCII ones: the Kelvin sign becomes a "k".
 * @param domain where a bare name is meant to be
 */
export function readWish(asked: string, domain: string): Wish {
  const text = asked.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const at = text.lastIndexOf("@");
  const wish = at < 0 ? { local: text, domain } : { local: text.slice(0, at), domain: text.slice(at + 1) };
  return { ...wish, address: `${wish.local}@${wish.domain}` };
}

/** Why a name cannot stand before the "@", as the end of a sentence that begins with "The name"; undefined if it can. */
export function formFault({ local, address }: Wish, isShared: boolean): string | undefined {
  if (local === "") return "is empty";
  if (!/^\p{ASCII}*$/u.test(local)) {
    return "may have only the letters a to z; letters of other alphabets and with accents are not taken, since some look like these";
  }
  if (local.includes("+")) {
    return "may have no plus sign, because senders add their own: mail to every +tag of an address arrives there";
  }
  if (!/^[a-z0-9._-]*$/.test(local)) return "may have only letters, digits, dots, hyphens and underscores";
  if (local.length > LONGEST) return `may have at most ${LONGEST} characters`;
  if (address.length > LONGEST_WHOLE) return `and its domain may have at most ${LONGEST_WHOLE} characters together`;
  if (isShared && local.length < SHORTEST_SHARED) return `must have at least ${SHORTEST_SHARED} characters`;
  if (/^[._-]|[._-]$/.test(local)) return "must begin and end with a letter or a digit";
  if (local.includes("..")) return "may not have two dots in a row";
  return undefined;
}
