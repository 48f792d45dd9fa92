import { expect, test } from "vitest";
import { hashId } from "../../../shared/ids.ts";
import { firstRootKey, rootKeyForReader, sesIds, threadId } from "../../../shared/mail/thread.ts";
import { latestThreadRef, readThreadRef, threadRef } from "../../../shared/mail/thread-ref.ts";

const ALICE = "alice@customer.example";
const none = { references: [], in_reply_to: [], message_id: undefined, ses_message_id: "ses-1" };
const root = (changes: object) => firstRootKey({ ...none, ...changes });

test("a thread's root is the first id of References, then In-Reply-To, then the mail's own id, then SES's id", () => {
  const first = root({ message_id: "<root@x.example>" });
  const references = ["<root@x.example>", "<b@x.example>"];
  expect(root({ references, in_reply_to: ["<b@x.example>"], message_id: "<c@x.example>" })).toBe(first);
  expect(root({ in_reply_to: ["<root@x.example>"], message_id: "<c@x.example>" })).toBe(first);
  expect(root({ message_id: "<c@x.example>" })).not.toBe(first);
  expect(root({})).not.toBe(root({ ses_message_id: "ses-2" }));
});

const MALLORY = "mallory@customer.example";
const alone = (mailbox: string) => ({ author: mailbox, reader: mailbox });

test("the same ids with another agent, author or reader are another thread", () => {
  const key = root({ message_id: "<root@x.example>" });
  const ids = [
    threadId("agent1", alone(ALICE), key),
    threadId("agent2", alone(ALICE), key),
    threadId("agent1", alone(MALLORY), key),
    threadId("agent1", { author: MALLORY, reader: ALICE }, key),
    threadId("agent1", { author: ALICE, reader: MALLORY }, key),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(threadId("agent1", alone("Alice@Customer.example"), key)).toBe(ids[0]);
  expect(threadId("agent1", { author: ALICE, reader: "Alice+shop@customer.example" }, key)).toBe(ids[0]);
});

test("a thread with one person keeps the id from before the reader counted", () => {
  const key = root({ message_id: "<root@x.example>" });
  expect(threadId("agent1", alone("Alice@Customer.example"), key)).toBe(hashId("agent1", ALICE, key));
  expect(threadId("agent1", alone(ALICE), "0".repeat(32))).toBe("32a67e2c1bd08820adcd1c382e958e36");
});

test("a reader who did not write the mail gets a new root key; an author gets the thread's own", () => {
  const key = root({ message_id: "<root@x.example>" });
  expect(rootKeyForReader(alone(ALICE), key)).toBe(key);
  const [one, other] = [
    rootKeyForReader({ author: MALLORY, reader: ALICE }, key),
    rootKeyForReader({ author: ALICE, reader: MALLORY }, key),
  ];
  expect(new Set([key, one, other]).size).toBe(3);
  expect(rootKeyForReader({ author: MALLORY, reader: ALICE }, key)).toBe(one);
});

test("our own id contains the thread and the number of answers; the latest one counts", () => {
  const key = root({ message_id: "<root@x.example>" });
  const id = (answers: number, domain = "Agents.example") => threadRef({ root: key, answers }, `run${answers}`, domain);
  expect(id(3)).toMatch(/^<[!-;=?A-~]+@agents\.example>$/);
  expect(readThreadRef(id(3))).toEqual({ root: key, answers: 3, mailDomain: "agents.example" });
  const ids = [id(1), "<a@x.example>", id(12), id(2), id(40, "other.example")];
  expect(latestThreadRef(ids, "agents.example")).toMatchObject({ root: key, answers: 12 });
  expect(latestThreadRef(["<a@agents.example>", `<${key}@agents.example>`], "agents.example")).toBeUndefined();
});

test("SES ids are found at SES's domains first, then at others, latest first and only a few", () => {
  const references = ["<0100-a@email.amazonses.com>", "<x@x.example>", "<0102-b@eu-west-1.amazonses.com>"];
  const in_reply_to = ["<0102-b@eu-west-1.amazonses.com>", "<c@ses.aws.example>", "<d.e@x.example>"];
  expect(sesIds({ references, in_reply_to })).toEqual(["0102-b", "0100-a", "c", "x"]);
  const many = Array.from({ length: 50 }, (_, i) => `<id-${i}@email.amazonses.com>`);
  expect(sesIds({ references: many, in_reply_to: [] })).toHaveLength(5);
});
