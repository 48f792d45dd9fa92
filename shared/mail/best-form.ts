import type { Part } from "./mime/part.ts";

/** A notice that replaces the text is short; a longer plain part was written to be read. */
const MAX_NOTICE_WORDS = 80;
/** The HTML part has text of its own only if it has at least this many words that the plain part lacks. */
const MIN_OWN_WORDS = 5;
/** A plain part of this length cannot be a notice, so the HTML is not read at all. */
const SURE_LENGTH = 4_000;

/**
 * Words of the notices "your program cannot show HTML": some are the same in all languages, the others are listed by
 * language.
 */
const NOTICE =
  /html|browser|webmail|navigat|navegador|naveg|prohlížeč|przegląd|selain|tarayıcı|webbläs|nettleser|браузер|почтов|浏览器|瀏覽器|ブラウザ|브라우저|المتصفح|דפדפן|e-?mail (?:client|program)|mail-?programm?/iu;

/** "Read it online: https://..." */
const LINK = /https?:|www\./i;
const MAX_LINK_WORDS = 15;

/**
 * Picks the text of a mail that comes in several forms. The plain form is preferred, since the sender's program made
 * it for readers like a model. It loses when it holds little of what the HTML says: a notice that there is HTML, a
 * link to it, or its first words. If the two say different things, both are returned.
 */
export async function bestForm(forms: Part[], textOf: (part: Part) => Promise<string>): Promise<string> {
  const plain = await firstText(
    forms.filter(({ type }) => type === "text/plain"),
    textOf,
  );
  if (plain.length > SURE_LENGTH) return plain;
  const rich = await firstText(forms.filter(({ type }) => type !== "text/plain").reverse(), textOf);
  if (plain.trim() === "" || rich.trim() === "") return plain.trim() === "" ? rich : plain;
  return chooseForm(plain, rich);
}

async function firstText(forms: Part[], textOf: (part: Part) => Promise<string>): Promise<string> {
  for (const form of forms) {
    const text = await textOf(form);
    if (text.trim() !== "") return text;
  }
  return "";
}

function chooseForm(plain: string, rich: string): string {
  const [ofPlain, ofRich] = [wordsOf(plain), wordsOf(rich)];
  const shared = [...ofRich].filter((word) => ofPlain.has(word)).length;
  if (shared * 2 >= ofRich.size) return plain;
  // Everything in the plain part is also in the HTML, or the plain part is empty.
  const own = [...ofPlain].filter((word) => !ofRich.has(word)).length;
  if (own * 5 <= ofPlain.size) return rich;
  if (ofRich.size - shared < MIN_OWN_WORDS) return plain;
  if (ofPlain.size <= MAX_NOTICE_WORDS && NOTICE.test(plain)) return rich;
  if (ofPlain.size <= MAX_LINK_WORDS && LINK.test(plain)) return rich;
  return `${plain.trimEnd()}\n\n${rich}`;
}

/** The words of a text without its links. In scripts without blanks between words, each character counts as a word. */
function wordsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/\b(?:https?:\/\/|www\.)[^\s<>]*/g, " ")
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu);
  return new Set(words);
}
