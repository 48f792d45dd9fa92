import { splitCss, withoutComments } from "./css-text.ts";

export type Rule = { selectors: string[]; body: string };

/** At a rule's begin or end. Strings are passed over, since a brace in one is none. */
const MARK = /[{};]|"(?:[^"\\\n]|\\.)*(?:["\n]|\\?$)|'(?:[^'\\\n]|\\.)*(?:['\n]|\\?$)/gs;
/** Rules that hold on every screen. Where they depend on the screen, mails hide here what they show there. */
const EVERY_SCREEN = /^(?:(?:only\s{1,9})?(?:all|screen))?$/i;

/** The rules of a style sheet that hold for everybody who reads the page on a screen. */
export function* rulesOf(css: string): Generator<Rule> {
  const text = withoutComments(css).replaceAll("<!--", " ").replaceAll("-->", " ");
  /** The blocks around: whether what is in them holds. */
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

/** As an at-rule or the `media` of a style element says it. */
export function holdsOnEveryScreen(media: string): boolean {
  return media.split(",").some((one) => EVERY_SCREEN.test(one.trim()));
}
