/** Splits CSS at separators outside of strings and brackets. */
export function splitCss(css: string, separator: string): string[] {
  if (!/["'(\\]/.test(css)) return css.split(separator);
  const parts: string[] = [];
  let quote = "";
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    const char = css[at] ?? "";
    if (char === "\\") at++;
    else if (quote !== "") quote = char === quote || char === "\n" ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "(") depth++;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (char === separator && depth === 0) {
      parts.push(css.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(css.slice(start));
  return parts;
}

/** Uses indexOf, because a pattern would search to the end again for every comment that is not closed. */
export function withoutComments(css: string): string {
  if (!css.includes("/*")) return css;
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const open = css.indexOf("/*", at);
    const close = open < 0 ? -1 : css.indexOf("*/", open + 2);
    kept.push(css.slice(at, open < 0 ? css.length : open));
    if (close < 0) return kept.join("");
    at = close + 2;
  }
}

/** `\64 isplay` is `display`: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
export function withoutEscapes(css: string): string {
  if (!css.includes("\\")) return css;
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, char?: string) => {
    const code = hex === undefined ? 0 : Number.parseInt(hex, 16);
    return char ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd");
  });
}
