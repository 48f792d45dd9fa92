import { isUnseen } from "./hidden.ts";

/** `.name` or `tag.name` or `#name` alone: what a selector needs more than that cannot be told without a tree. */
const SIMPLE = /^[a-z0-9]*([.#][\w-]+)$/i;

/**
 * The classes (`.name`) and ids (`#name`) whose text a page's style sheet hides.
 * Rules for some screens only (`@media`) are passed over: mails hide there what they show elsewhere.
 */
export function hiddenNames(css: string): string[] {
  const names: string[] = [];
  const rules = withoutAtRules(withoutComments(css));
  for (let at = 0; ; ) {
    const open = rules.indexOf("{", at);
    const close = rules.indexOf("}", open);
    if (open < 0 || close < 0) return names;
    const selectors = rules.slice(at, open).split(",");
    if (isUnseen({ style: rules.slice(open + 1, close) })) {
      for (const selector of selectors) names.push(...(SIMPLE.exec(selector.trim())?.slice(1) ?? []));
    }
    at = close + 1;
  }
}

// By indexOf, because a pattern would look for the end of each comment again where none ends.
function withoutComments(css: string): string {
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const open = css.indexOf("/*", at);
    const close = open < 0 ? -1 : css.indexOf("*/", open + 2);
    kept.push(css.slice(at, open < 0 ? css.length : open));
    if (close < 0) return kept.join(" ").replaceAll("<!--", " ").replaceAll("-->", " ");
    at = close + 2;
  }
}

function withoutAtRules(css: string): string {
  let kept = "";
  let depth = 0;
  let atDepth = -1;
  for (const piece of css.split(/([{}]|@[a-z-]+)/i)) {
    if (piece.startsWith("@") && atDepth < 0) atDepth = depth;
    if (atDepth < 0) kept += piece;
    if (piece === "{") depth++;
    if (piece === "}") depth = Math.max(0, depth - 1);
    // An at-rule ends with its block, or with its line's semicolon where it has none.
    if (atDepth === depth && (piece === "}" || (piece.includes(";") && !piece.startsWith("@")))) {
      atDepth = -1;
      if (piece !== "}") kept += piece.slice(piece.indexOf(";") + 1);
    }
  }
  return kept;
}
