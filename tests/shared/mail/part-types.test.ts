import { expect, test } from "vitest";
import { knownFacts } from "../../../shared/mail/facts.ts";
import { isCalendar, isEncrypted, isOutlookOnly, isUnreadable } from "../../../shared/mail/part-types.ts";
import { personsMail } from "./person.ts";

test("parts do not count while only the headers are read", () => {
  const mail = knownFacts(personsMail({ part_types: null, text: undefined }));
  expect([isEncrypted(mail), isCalendar(mail), isOutlookOnly(mail)]).toEqual([false, false, false]);
});

test.each([
  ["-----BEGIN PGP MESSAGE-----", true],
  ["Hello\n-----BEGIN PGP MESSAGE-----\n\nhQEM", true],
  ["Where do I put my -----BEGIN PGP MESSAGE-----", false],
  ["-----BEGIN PGP MESSAGE----- is how mine begins", false],
])("a PGP message starts on its own line: %j", (text, encrypted) => {
  expect(isEncrypted(knownFacts(personsMail({ text })))).toBe(encrypted);
});

test.each([
  ["", true],
  [" \n\t", true],
  [undefined, true],
  ["When do you open?", false],
])("Outlook's own format matters only if there is no other text: %j", (text, only) => {
  const part_types = ["multipart/mixed", "text/plain", "application/ms-tnef"];
  expect(isOutlookOnly(knownFacts(personsMail({ part_types, text })))).toBe(only);
});

test.each([
  ["Gr\ufffd\ufffde aus K\ufffdln", true],
  ["Grüße aus K\ufffdln, wann haben Sie geöffnet?", false],
  ["\ufffd", true],
  ["?????? ??????? ???? ???????? 12?", true],
  ["Really??????????????????????? I asked you three times now, and nobody answered me.", false],
  ["What???", false],
  ["", false],
  [undefined, false],
])("a text that is more than a fifth unreadable is not answered: %j", (text, unreadable) => {
  expect(isUnreadable(knownFacts(personsMail({ text })))).toBe(unreadable);
});
