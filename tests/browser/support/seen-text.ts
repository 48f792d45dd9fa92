import type { Page } from "playwright-core";

/**
 * The text of a page that a person can see. It is judged only by where Chromium draws it and in which colours, and not
 * by the style sheets: each text node's boxes, minus whatever a surrounding box cuts off.
 */
export async function seenText(page: Page, html: string): Promise<string> {
  await page.setContent(html);
  return page.evaluate(SEEN);
}

/** A string, because it runs in the browser and the tests are compiled without the browser's types. */
const SEEN = String.raw`(() => {
  const channels = (color) => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = (top, below) => [
    top[0] * top[3] + below[0] * (1 - top[3]),
    top[1] * top[3] + below[1] * (1 - top[3]),
    top[2] * top[3] + below[2] * (1 - top[3]),
    1,
  ];
  const isSeen = (node) => {
    const parent = node.parentElement;
    if (parent === null) return false;
    const own = getComputedStyle(parent);
    if (own.visibility !== "visible" || Number.parseFloat(own.fontSize) < 2) return false;
    if (!parent.checkVisibility({ contentVisibilityAuto: true })) return false;
    const chain = [];
    for (let at = parent; at !== null; at = at.parentElement) chain.unshift(at);
    let opacity = 1;
    let fill = [255, 255, 255, 1];
    for (const element of chain) {
      const style = getComputedStyle(element);
      opacity *= Number(style.opacity);
      const background = channels(style.backgroundColor);
      if (style.backgroundImage !== "none") fill = undefined;
      else if (background[3] === 1) fill = background;
      else if (fill !== undefined) fill = over(background, fill);
    }
    if (opacity <= 0.05) return false;
    const color = channels(own.getPropertyValue("-webkit-text-fill-color"));
    const hasShadow = own.textShadow !== "none";
    const drawn = fill && over(color, fill);
    if (!hasShadow && color[3] < 0.05) return false;
    if (!hasShadow && drawn && fill?.every((value, i) => i === 3 || Math.abs(value - (drawn[i] ?? 0)) <= 16))
      return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((rect) => {
      let { left, top, right, bottom } = rect;
      for (const element of chain) {
        const style = getComputedStyle(element);
        const isPlaced = style.position === "absolute" || style.position === "fixed";
        const isClipped = (isPlaced && style.clip !== "auto") || style.clipPath !== "none";
        if (isClipped) return false;
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        if (style.display === "inline" || element === document.body || element === document.documentElement) continue;
        const box = element.getBoundingClientRect();
        if (style.overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return right - left > 2 && bottom - top > 2 && right > 0 && bottom + window.scrollY > 0;
    });
  };
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.data.trim() !== "" && isSeen(node)) texts.push(node.data);
  }
  return texts.join(" ");
})()`;
