import { expect, test } from "vitest";
import { cutForRun } from "../../../../functions/agent-runner/mail/kept-text.ts";
import { newText } from "../../../../shared/mail/new-text.ts";

const kept = (text: string) => cutForRun(text, newText(text));

test("a short mail is kept as it is", () => {
  expect(kept("Yes.\n\n> Friday?")).toBe("Yes.\n\n> Friday?");
});

test("the new text of a long mail is kept first, even below a quotation", () => {
  const quotation = `On 23/11/2026 09:14, Bob Example wrote:\n${"> We have red and blue lamps.\n".repeat(300)}`;
  const text = kept(`${quotation}\nTwo red ones, please.`);
  expect(text).toHaveLength(4_000);
  expect(newText(text).text).toBe("Two red ones, please.");
  expect(newText(text).rest).toContain("red and blue lamps");
});

test("a long mail that only quotes is kept from its beginning", () => {
  const text = "> We have red and blue lamps.\n".repeat(300);
  expect(kept(text)).toBe(text.slice(0, 4_000));
});
