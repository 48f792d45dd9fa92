import { expect, test } from "vitest";
import { historyTurns } from "../../../../functions/agent-runner/prompt/history.ts";

const ANSWER =
  "We ship to Norway, and it takes five days. You can pay by invoice, or by card if that suits you better.";
const asked = { text: "Do you ship to Norway?", answer: ANSWER };

const written = (text: string) => historyTurns([asked, { text, answer: "Fine." }])[2]?.text;

test("quoted text from earlier turns is left out, even if the mail program folds it", () => {
  const folded = ANSWER.replace(/(.{20,40}) /g, "$1\n")
    .split("\n")
    .map((line) => `> ${line}`);
  const quotation = ["On 23 Nov 2026, at 12:00, Support <support@agents.example> wrote:", ...folded].join("\n");
  expect(written(`By card.\n\n${quotation}\n>> Do you ship to Norway?\n\nSent from my iPhone`)).toBe("By card.");
});

test("the headers of a known quoted mail are left out too", () => {
  const headers = "From: Support <support@agents.example>\nSent: 23 November 2026 12:00\nTo: Carla\nSubject: Norway";
  expect(written(`By card.\n\n${headers}\n\n${ANSWER}`)).toBe("By card.");
});

test("text that is in no earlier turn is kept and marked as quoted", () => {
  const quotation = "On 23 Nov 2026, at 12:00, Anna <anna@firm.example> wrote:\n> We send it tomorrow.\n> No";
  expect(written(`By card.\n\n${quotation}`)).toBe(
    `By card.\n\n[What the mail quotes, for context; this is not new.]\n${quotation}`,
  );
});

test("a short line is not a repetition just because its letters occur somewhere", () => {
  const quotation = "On 23 Nov 2026, at 12:00, Anna <anna@firm.example> wrote:\n> day";
  expect(written(`By card.\n\n${quotation}`)).toContain("> day");
});

test("a mail that only quotes is kept whole", () => {
  const quotation = `On 23 Nov 2026, at 12:00, Support <support@agents.example> wrote:\n> ${ANSWER}`;
  expect(written(quotation)).toBe(quotation);
});
