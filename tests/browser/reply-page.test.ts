import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replyBody } from "../../shared/mail/reply-body.ts";
import { launch } from "./support/browser.ts";

let browser: Browser;
let phone: Page;

beforeAll(async () => {
  browser = await launch();
  phone = await browser.newPage({ viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true });
});
afterAll(() => browser.close());

async function show(answer: string): Promise<void> {
  const quoted = { from: "someone@customer.example", at: "2026-11-23T12:00:00.000Z", text: "w".repeat(300) };
  await phone.setContent(replyBody(answer, quoted).html ?? "");
}

const LONG = "x".repeat(300);
const CODE = `const address = "https://shop.example/${"a/".repeat(100)}"; // ${"and so on ".repeat(20)}`;

test.each([
  ["a long word", LONG],
  ["a long address", `See <https://shop.example/${"a".repeat(200)}?q=${"b".repeat(200)}> for it.`],
  ["long lines of code", `Run this:\n\n\`\`\`\n${CODE}\n${LONG}\n\`\`\`\n`],
  ["code in a line", `Set \`${LONG}\` first.`],
  ["code in a list in a list", `1. a\n   - b\n\n     \`\`\`\n     ${CODE}\n     \`\`\`\n`],
  ["long words in a list in a quotation", `> - ${LONG}\n> - b\n`],
  ["a heading", `# ${LONG}`],
  ["a table of long words", `|a|b|c|\n|-|-|-|\n|${LONG}|${LONG}|\`${LONG}\`|\n`],
  ["a wide table", `|${"column|".repeat(8)}\n|${"-|".repeat(8)}\n|${"value|".repeat(8)}\n`],
  ["words without blanks", "日本語".repeat(100)],
])("on a phone no part of a reply is wider than the screen: %s", async (_, answer) => {
  await show(answer);
  expect(await phone.evaluate("innerWidth")).toBe(375);
  expect(await phone.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(375);
});

const DIRECTIONS = `[...document.querySelectorAll("p, ul, ol, li, table, td, pre")]
  .map((block) => block.localName + " " + getComputedStyle(block).direction).slice(0, -1)`;

test("an answer in Arabic or Hebrew starts at the right, while its code and English parts start at the left", async () => {
  await show("مرحبا\n\nHello\n\n- مرحبا\n  - hello\n\n1. שלום\n\n   hello\n\n|שלום|\n|-|\n|a|\n\n```\nx = 1\n```\n");
  expect(await phone.evaluate(DIRECTIONS)).toEqual([
    ...["p rtl", "p ltr", "ul rtl", "li rtl", "ul rtl", "li rtl"],
    ...["ol rtl", "li rtl", "p rtl", "p rtl", "table rtl", "td rtl", "pre ltr"],
  ]);
});

test("a numbered list continues after a code block", async () => {
  await show("1. one\n\n```\ncode\n```\n\n2. two\n3. three\n");
  expect(await phone.evaluate("[...document.querySelectorAll('ol')].map(({ start }) => start)")).toEqual([1, 2]);
});
