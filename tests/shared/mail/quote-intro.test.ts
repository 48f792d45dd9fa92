import { expect, test } from "vitest";
import { newText } from "../../../shared/mail/new-text.ts";
import { quoteIntro } from "../../../shared/mail/quote-intro.ts";
import { replyBody } from "../../../shared/mail/reply-body.ts";
import { QUESTIONS } from "./questions.ts";

const AT = "2026-11-23T12:00:00.000Z";

test.each([
  ["en", "On 2026-11-23 12:00 UTC, a@b.example wrote:"],
  ["de", "Am 2026-11-23 12:00 UTC schrieb a@b.example:"],
  ["ja", "2026-11-23 12:00 UTC、a@b.example のメール:"],
  ["ar", "في 2026-11-23 12:00 UTC، كتب a@b.example:"],
] as const)("a quotation is introduced in the language of what it quotes: %s", (language, intro) => {
  const { text, html } = replyBody("x", { from: "a@b.example", at: AT, text: QUESTIONS.get(language) ?? "" });
  expect(text.split("\n")[2]).toBe(intro);
  expect(html).toContain(`<p dir="auto">${intro}</p>\n<blockquote dir="auto">`);
});

/** Languages in which even the programs' own lines are not recognized. */
const NOT_YET = new Set(["bg", "fa", "hi", "sr", "th"]);
const known = [...QUESTIONS.keys()].filter((language) => !NOT_YET.has(language));

test.each(known)("our quotation in %s is recognized when it comes back", (language) => {
  const intro = quoteIntro(language, "a@b.example", AT);
  expect(newText(`Danke!\n\n${intro}\n> one\n> two`).text).toBe("Danke!");
});
