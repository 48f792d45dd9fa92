import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { htmlText } from "../../shared/mail/html/html-text.ts";
import { launch } from "./support/browser.ts";
import { seenText } from "./support/seen-text.ts";
import { PAGES } from "./support/shown-pages.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
});
afterAll(() => browser.close());

describe("the text read from a page is the text that Chromium shows", () => {
  test.each(Object.entries(PAGES))("%s", async (_, html) => {
    expect(words(htmlText(html))).toEqual(words(await seenText(page, html)));
  });
});

const DECLARATIONS = [
  ...["display:none", "display:block", "display:inline-block", "visibility:hidden", "visibility:visible", "opacity:0"],
  ...["opacity:.5", "font-size:0", "font-size:12px", "font-size:1.2em", "font-size:1px", "font:0/0 a"],
  ...["overflow:hidden", "height:0", "max-height:0", "width:0", "min-height:40px", "color:#fff"],
  ...[
    "color:#000",
    "color:transparent",
    "color:#fdfdfd",
    "background:#fff",
    "background-color:#000",
    "background:#808080",
  ],
  ...["color:gray", "position:absolute", "position:relative", "left:-9999px", "top:-9999px", "text-indent:-9999px"],
  ...[
    "text-indent:-18pt",
    "margin-left:36pt",
    "text-indent:0",
    "transform:scale(0)",
    "clip-path:inset(50%)",
    "padding:9px",
  ],
  ...["display:none!important", "color:#000!important", "white-space:pre-wrap", "display:inline", "display:table"],
];
/** Elements that nest as written, in every browser and in every mode. */
const TAGS = ["div", "section", "span", "i", "td", "table", "blockquote", "center"];

const style = fc.array(fc.constantFrom(...DECLARATIONS), { maxLength: 3 }).map((some) => some.join(";"));
const selector = fc.constantFrom(".a", ".b", "section", "div .a", "div > .b", ".a .b", "td.a", "div *", "body");
const rule = fc.tuple(selector, style).map(([name, declarations]) => `${name}{${declarations}}`);
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  node: fc
    .tuple(
      fc.constantFrom(...TAGS),
      style,
      fc.constantFrom("", "a", "b", "a b"),
      fc.array(tie("tree"), { maxLength: 2 }),
    )
    .map(([name, declarations, names, inner]) => element(name, declarations, names, `own ${inner.join(" ")}`)),
  tree: fc.oneof({ depthSize: "large", maxDepth: 4 }, fc.constant("leaf "), tie("node")),
}));
const anyPage = fc
  .tuple(
    fc.constantFrom("", "<!doctype html>"),
    fc.array(rule, { maxLength: 3 }),
    fc.array(tree, { minLength: 1, maxLength: 3 }),
  )
  .map(([type, rules, trees]) => `${type}<style>${rules.join("")}</style><body>${numbered(trees.join(" "))}</body>`);

function element(name: string, declarations: string, names: string, inner: string): string {
  const attributes = `style="${declarations}" class="${names}"`;
  if (name === "td") return `<table><tr><td ${attributes}>${inner}</td></tr></table>`;
  return name === "table"
    ? `<table ${attributes}><tr><td>${inner}</td></tr></table>`
    : `<${name} ${attributes}>${inner}</${name}>`;
}

/** Gives each text its own words, so that a missing one can be identified. */
function numbered(html: string): string {
  let count = 0;
  return html.replace(/\b(?:own|leaf) /g, (word) => `${word.trim()}${letters(count++)} `);
}

function letters(count: number): string {
  return String.fromCharCode(97 + Math.floor(count / 26), 97 + (count % 26));
}

test("whatever styles are combined, no word that Chromium shows is lost", async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async (html) => {
      const read = new Set(words(htmlText(html)));
      expect(words(await seenText(page, html)).filter((word) => !read.has(word))).toEqual([]);
    }),
    { numRuns: 400, seed: 125 },
  );
});

test("if all styles are written out, no word that Chromium hides is read", async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async (html) => {
      expect(words(htmlText(html))).toEqual(words(await seenText(page, html)));
    }),
    { numRuns: 200, seed: 7 },
  );
});

/**
 * The words in their order. Link markers and targets in the extracted text are no text of the page, so they are left
 * out.
 */
function words(text: string): string[] {
  return text.replace(/<https?:[^>]*>/g, " ").match(/\p{L}+/gu) ?? [];
}
