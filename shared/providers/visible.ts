// Invisible characters, by Unicode's own lists: blanks and separators, controls, formats (zero-width, bidi, soft
// hyphens, tags, byte order marks), variation selectors, joiners and fillers.
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const UNSEEN = /[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Other characters that render as nothing: the empty Braille pattern, combining marks without a letter, and
 * noncharacters.
 */
const DRAWN_AS_NOTHING = /[\u2800\p{M}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** HTML entities of such characters, because a model may write its answer as HTML. */
const ENTITY =
  /&(?:nbsp|ensp|emsp|thinsp|hairsp|zwnj|zwj|lrm|rlm|shy|#(?:160|173|820[0-7]|x(?:a0|ad|200[0-9a-f]|2060|feff)));/giu;

/** True if a reader of the text would see something. */
export function isVisible(text: string): boolean {
  const seen = withoutComments(text).replace(ENTITY, "");
  for (const character of seen) if (!UNSEEN.test(character) && !DRAWN_AS_NOTHING.test(character)) return true;
  return false;
}

/** An unclosed comment hides everything after it, as in a browser. */
function withoutComments(text: string): string {
  let seen = "";
  for (let at = 0; ; ) {
    const begin = text.indexOf("<!--", at);
    if (begin < 0) return seen + text.slice(at);
    seen += text.slice(at, begin);
    // A comment may be as short as `<!-->`: https://html.spec.whatwg.org/multipage/parsing.html#comment-start-state
    const short = /^<!---?>/.exec(text.slice(begin, begin + 6));
    const end = text.indexOf("-->", begin + 4);
    if (short === null && end < 0) return seen;
    at = short ? begin + short[0].length : end + 3;
  }
}
