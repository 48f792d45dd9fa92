import { expect, test } from "vitest";
import { composeReply, type Reply } from "../../../shared/mail/compose.ts";
import { replyHeaders } from "../../../shared/mail/reply-headers.ts";
import { threadId } from "../../../shared/mail/thread.ts";
import { parsed, parsedFixture } from "./fixture.ts";

const ALICE = "alice@customer.example";
const none = { references: [], in_reply_to: [], message_id: undefined, ses_message_id: "ses-1" };
const thread = (changes: object) => threadId("agent1", ALICE, { ...none, ...changes });

test("the root is the first of References, else the one of In-Reply-To, else the mail's own id, else SES's", () => {
  const root = thread({ message_id: "<root@x.example>" });
  expect(
    thread({
      references: ["<root@x.example>", "<b@x.example>"],
      in_reply_to: ["<b@x.example>"],
      message_id: "<c@x.example>",
    }),
  ).toBe(root);
  expect(thread({ in_reply_to: ["<root@x.example>"], message_id: "<c@x.example>" })).toBe(root);
  expect(thread({ message_id: "<c@x.example>" })).not.toBe(root);
  expect(thread({})).not.toBe(thread({ ses_message_id: "ses-2" }));
});

test("another agent or another correspondent with the same ids is in another thread", () => {
  const mail = { ...none, message_id: "<root@x.example>" };
  const alices = threadId("agent1", ALICE, mail);
  expect(threadId("agent2", ALICE, mail)).not.toBe(alices);
  expect(threadId("agent1", "mallory@evil.example", mail)).not.toBe(alices);
  expect(threadId("agent1", "Alice@Customer.example", mail)).toBe(alices);
});

test.each(["plain", "answer"])(
  "what a correspondent answers to our reply to %s is in the same thread",
  async (name) => {
    const first = await parsedFixture(name);
    const reply: Reply = {
      from: { name: "Help", address: "help@agents.example" },
      to: ALICE,
      text: "At ten.",
      loop_id: "agent1",
      ...replyHeaders(first),
    };
    const ours = await parsed(await composeReply(reply));
    const { references, in_reply_to } = replyHeaders({ ...ours, message_id: "<1@email.amazonses.com>" });
    const second = { references, in_reply_to: in_reply_to ? [in_reply_to] : [], message_id: "<next@customer.example>" };
    expect(thread(second)).toBe(thread(first));
  },
);
