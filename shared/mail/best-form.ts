import type { Part } from "./mime/part.ts";

/** A notice in place of a text is short; what is longer was written to be read. */
const MAX_NOTICE_WORDS = 80;
/** What fewer words say besides is no text of its own. */
const MIN_OWN_WORDS = 5;
/** Longer than any notice, so that the other form need not be read beside it. */
const SURE_LENGTH = 4_000;

/** What a program says that cannot write the text twice, in words that all languages share, and in those that do not. */
const NOTICE =
  /html|browser|webmail|navigat|navegador|naveg|prohlížeč|przegląd|selain|tarayıcı|webbläs|nettleser|браузер|почтов|浏览器|瀏覽器|ブラウザ|브라우저|المتصفح|דפדפן|e-?mail (?:client|program)|mail-?programm?/iu;

/** "Read it online: https://..." */
const LINK = /https?:|www\./i;
const MAX_LINK_WORDS = 15;

/**
 * The text of a mail that comes in several forms. The plain one is what the sender's program made for readers like a
 * model, unless it says little of what the other says: a notice that there is HTML, a link to it, its first words.
 * Where the two say different things, both were written.
 */
export async function bestForm(forms: Part[], textOf: (part: Part) => Promise<string>): Promise<string> {
  const plain = await firstText(
    forms.filter(({ type }) => type === "text/plain"),
    textOf,
  );
  if (plain.length > SURE_LENGTH) return plain;
  const rich = await firstText(forms.filter(({ type }) => type !== "text/plain").reverse(), textOf);
  if (plain.trim() === "" || rich.trim() === "") return plain.trim() === "" ? rich : plain;
  return chosen(plain, rich);
}

async function firstText(forms: Part[], textOf: (part: Part) => Promise<string>): Promise<string> {
  for (const form of forms) {
    const text = await textOf(form);
    if (text.trim() !== "") return text;
  }
  return "";
}

function chosen(plain: string, rich: string): string {
  const [ofPlain, ofRich] = [wordsOf(plain), wordsOf(rich)];
  const shared = [...ofRich].filter((word) => ofPlain.has(word)).length;
  if (shared * 2 >= ofRich.size) return plain;
  // All that it says stands in the other one too, or it says nothing.
  const own = [...ofPlain].filter((word) => !ofRich.has(word)).length;
  if (own * 5 <= ofPlain.size) return rich;
  if (ofRich.size - shared < MIN_OWN_WORDS) return plain;
  if (ofPlain.size <= MAX_NOTICE_WORDS && NOTICE.test(plain)) return rich;
  if (ofPlain.size <= MAX_LINK_WORDS && LINK.test(plain)) return rich;
  return `${plain.trimEnd()}\n\n${rich}`;
}

/** The words of a text without its links; each sign by itself where words are not set apart. */
function wordsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/\b(?:https?:\/\/|www\.)[^\s<>]*/g, " ")
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu);
  return new Set(words);
}
