/**
 * Digits that are read as letters. Each letter has one digit at most, so that `shop8` and `shop6` stay two names; 6 is
 * read as nothing else. Sources: confusables of Unicode TS 39 (0 o, 1 l i), and the look-alike digits that public tools
 * against typing errors in names list (dnstwist, OpenSquat).
 */
const READ_AS: Record<string, string> = {
  "0": "o",
  "1": "l",
  i: "l",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
};

/** Two letters that look like one (Unicode TS 39: rn m, vv w; dnstwist: cl d). */
const PAIRS: readonly [pair: string, letter: string][] = [
  ["vv", "w"],
  ["rn", "m"],
  ["cl", "d"],
];

/**
 * What a name looks like at a glance: the same for `support-acme`, `supportacme`, `suport.acme` and `supp0rt_acme`. Names
 * of two owners on the shared domain never have the same skeleton. Transposed or missing letters count as another name.
 */
export function skeleton(local: string): string {
  const letters = [...local.toLowerCase().replace(/[._-]/g, "")].map((letter) => READ_AS[letter] ?? letter).join("");
  // "vv" first, since it is a doubled letter too.
  const joined = PAIRS.slice(0, 1).reduce(join, letters);
  return once(PAIRS.slice(1).reduce(join, once(joined)));
}

function join(text: string, [pair, letter]: readonly [string, string]): string {
  return text.replaceAll(pair, letter);
}

function once(text: string): string {
  return [...text].filter((letter, at, all) => letter !== all[at - 1]).join("");
}
