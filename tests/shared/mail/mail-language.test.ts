import { expect, test } from "vitest";
import { mailLanguage } from "../../../shared/mail/mail-language.ts";
import { QUESTIONS } from "./questions.ts";

test.each([...QUESTIONS])("a question in %s is recognized by its script or its words", (language, text) => {
  expect(mailLanguage(text)).toBe(language);
});

test.each([
  ["nothing", ""],
  ["a name", "Maria Schmidt"],
  ["a number", "4711"],
  ["words that two languages share", "hej hej"],
  ["what is quoted", "Sure, on Sunday the shop is open.\n> Guten Tag, könnten Sie mir Ihre Öffnungszeiten nennen?"],
])("%s counts as English", (_, text) => {
  expect(mailLanguage(text)).toBe("en");
});
