import { splitCss, withoutComments } from "./css-text.ts";

export type Rule = { selectors: string[]; body: string };

/** Matches the start or end of a rule. Strings are matched too, so that a brace inside a string does not count. */
const MARK = /[{};]|"(?:[^"\\\n]|\\.)*(?:["\n]|\\?$)|'(?:[^'\\\n]|\\.)*(?:['\n]|\\?$)/gs;
/**
 * Media queries that match every screen. Mails hide on one screen what they show on another, so rules for some screens
 * are ignored.
 */
const EVERY_SCREEN = /^(?:(?:only\s{1,9})?(?:all|screen))?$/i;

/** The rules of a style sheet that apply on every screen. */
export function* rulesOf(css: string): Generator<Rule> {
  const text = withoutComments(css).replaceAll("<!--", " ").replaceAll("-->", " ");
  /** For each enclosing block: whether its rules apply. */
  const blocks: boolean[] = [];
  let style: { prelude: string; from: number; depth: number } | undefined;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark.length > 1) continue;
    if (style !== undefined) {
      if (mark === "{") style.depth++;
      if (mark !== "}" || --style.depth > 0) continue;
      yield { selectors: splitCss(style.prelude, ","), body: text.slice(style.from, index) };
      style = undefined;
    } else if (mark === "{") {
      const prelude = text.slice(from, index).trim();
      const holds = blocks.at(-1) ?? true;
      if (prelude.startsWith("@"))
        blocks.push(holds && /^@media\b/i.test(prelude) && holdsOnEveryScreen(prelude.slice("@media".length)));
      else if (holds) style = { prelude, from: index + 1, depth: 1 };
      else blocks.push(false);
    } else if (mark === "}") {
      blocks.pop();
    }
    from = index + 1;
  }
}

/** Reads the media list of an at-rule or of a style element. */
export function holdsOnEveryScreen(media: string): boolean {
  return media.split(",").some((one) => EVERY_SCREEN.test(one.trim()));
}
