/** What loads something, as the browser writes a value that it has parsed; own properties are kept as they were written. */
const LOADS = /url\(|image-set\(|image\(|src\(|expression\(/i;

/** Takes out of an element's style what would load something. */
export function disarm(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (property.startsWith("--") || LOADS.test(style.getPropertyValue(property))) style.removeProperty(property);
  }
}

/**
 * A style sheet without what would load something. The browser parses it, so no spelling of `url(` gets by; a sheet that
 * is made this way reads no `@import`, and is applied to nothing.
 */
export function harmlessSheet(css: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return textOf(sheet.cssRules);
}

function textOf(rules: CSSRuleList): string {
  return [...rules].map(ruleText).join("\n");
}

/** Rules of elements, and of media that hold such; fonts, imports, layers and what may come after them are left out. */
function ruleText(rule: CSSRule): string {
  if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText} {\n${textOf(rule.cssRules)}\n}`;
  if (!(rule instanceof CSSStyleRule) || LOADS.test(rule.selectorText)) return "";
  disarm(rule.style);
  return `${rule.selectorText} { ${rule.style.cssText} }`;
}
