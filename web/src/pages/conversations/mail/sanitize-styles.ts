/**
 * CSS that loads something, as the browser serializes a parsed value. Custom properties keep the text that they were
 * written with.
 */
const LOADS = /url\(|image-set\(|image\(|src\(|expression\(/i;

/** Removes from an element's style everything that would load something. */
export function sanitizeStyle(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (property.startsWith("--") || LOADS.test(style.getPropertyValue(property))) style.removeProperty(property);
  }
}

/**
 * Returns a style sheet without anything that would load something. The browser parses the sheet, so no spelling of
 * `url(` escapes. A sheet constructed this way ignores `@import` and is not applied to anything.
 */
export function sanitizeStyleSheet(css: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return textOf(sheet.cssRules);
}

function textOf(rules: CSSRuleList): string {
  return [...rules].map(ruleText).join("\n");
}

/**
 * Keeps the rules of elements, and of media queries that hold such rules. Fonts, imports, layers and future kinds of
 * rules are left out.
 */
function ruleText(rule: CSSRule): string {
  if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText} {\n${textOf(rule.cssRules)}\n}`;
  if (!(rule instanceof CSSStyleRule) || LOADS.test(rule.selectorText)) return "";
  sanitizeStyle(rule.style);
  return `${rule.selectorText} { ${rule.style.cssText} }`;
}
