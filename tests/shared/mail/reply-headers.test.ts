import { describe, expect, test } from "vitest";
import { replyHeaders } from "../../../shared/mail/reply-headers.ts";

type Mail = Parameters<typeof replyHeaders>[0];

const ids = (count: number) => Array.from({ length: count }, (_, i) => `<${i}@x.example>`);

const mail = (changes: Partial<Mail> = {}): Mail => ({
  subject: "Hours",
  message_id: "<own@x.example>",
  in_reply_to: [],
  references: [],
  ...changes,
});

describe("replyHeaders", () => {
  test.each<[string, Partial<Mail>, string[]]>([
    ["the mail's id alone in a new thread", {}, ["<own@x.example>"]],
    [
      "the mail's References and its id",
      { references: ids(2), in_reply_to: ["<9@x.example>"] },
      [...ids(2), "<own@x.example>"],
    ],
    ["the one id of In-Reply-To in place of References", { in_reply_to: ids(1) }, [...ids(1), "<own@x.example>"]],
    ["none of several ids of In-Reply-To", { in_reply_to: ids(2) }, ["<own@x.example>"]],
    ["the mail's id once, last", { references: ["<own@x.example>", ...ids(1)] }, [...ids(1), "<own@x.example>"]],
    [
      "50 ids and no more: the root and the last",
      { references: ids(60) },
      ["<0@x.example>", ...ids(60).slice(12), "<own@x.example>"],
    ],
    ["50 ids if there are 50", { references: ids(49) }, [...ids(49), "<own@x.example>"]],
  ])("References contains %s", (_, changes, references) => {
    expect(replyHeaders(mail(changes))).toEqual({ subject: "Re: Hours", in_reply_to: "<own@x.example>", references });
    expect(references.length).toBeLessThanOrEqual(50);
  });

  test("a mail without an id is not referenced", () => {
    expect(replyHeaders(mail({ message_id: undefined }))).toEqual({ subject: "Re: Hours", references: [] });
    expect(replyHeaders(mail({ message_id: undefined, references: ids(2) }))).toEqual({
      subject: "Re: Hours",
      references: ids(2),
    });
  });
});
