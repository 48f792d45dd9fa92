import fc from "fast-check";
import { expect, test } from "vitest";
import { composeReply } from "../../../shared/mail/compose.ts";
import { decide } from "../../../shared/mail/decide.ts";
import { foreignLoopMarks } from "../../../shared/mail/loop-marks.ts";
import { replyHeaders } from "../../../shared/mail/reply-headers.ts";
import { threadRef } from "../../../shared/mail/thread-ref.ts";
import { type ProcmailRobot, procmailNote } from "../../support/procmail-robot.ts";
import { parsed } from "./fixture.ts";
import { PASSED } from "./person.ts";

const AGENT = { id: "agent7", address: "help@agents.example" };
const ALICE = "alice@customer.example";

/** A person writes once, then their robot and the agent answer each other. @returns the number of the agent's answers */
async function talk(robot: ProcmailRobot): Promise<number> {
  let raw: string | undefined = `From: ${ALICE}\r\nSubject: Hours\r\nMessage-ID: <q@customer.example>\r\n\r\nWhen?\r\n`;
  for (let answers = 0; answers < 30; answers++) {
    const reply = raw === undefined ? undefined : await answerTo(raw, answers);
    if (reply === undefined) return answers;
    raw = procmailNote(reply, robot);
  }
  return 30;
}

async function answerTo(raw: string, answers: number): Promise<string | undefined> {
  const mail = await parsed(raw);
  const decision = decide({
    ...{ envelope_from: ALICE, verdicts: PASSED, headers: mail.headers, part_types: mail.part_types, text: mail.text },
    ...{ own_domain: "agents.example", agent: AGENT },
  });
  if (decision.action !== "answer") return undefined;
  const reply = await composeReply({
    from: { name: "Help", address: AGENT.address },
    to: decision.to,
    ...replyHeaders(mail),
    text: "At ten.",
    loop_id: AGENT.id,
    loop_marks: foreignLoopMarks(mail.headers, AGENT),
    thread_ref: threadRef({ root: "0".repeat(32), answers: answers + 1 }, `run${answers}`, "agents.example"),
  });
  return reply.toString("latin1");
}

test("notes that carry their sender's address in X-Loop are not answered", async () => {
  expect(await talk({ owner: ALICE, mark: ALICE })).toBe(1);
  expect(await talk({ owner: ALICE, mark: "alice@mx3.customer.example" })).toBe(1);
});

test("a robot with another mark gets it back with the first answer to a note, and stops", async () => {
  expect(await talk({ owner: ALICE, mark: "away@customer.example" })).toBe(2);
  expect(await talk({ owner: ALICE, mark: "do not answer; (1)" })).toBe(2);
});

test("a reply repeats at most five marks of others, each once and unchanged", () => {
  const marks = (...values: string[]) =>
    foreignLoopMarks(
      values.map((value) => ({ name: "x-loop", value })),
      AGENT,
    );
  expect(marks("Fw@A.example (fw)", "agent7", "HELP@agents.example", "Fw@A.example (fw)", "b@b.example")).toEqual([
    "Fw@A.example (fw)",
    "b@b.example",
  ]);
  expect(marks(..."abcdefg")).toEqual([..."abcde"]);
  expect(marks("", "  ", "x".repeat(201), "=?utf-8?Q?a=0D=0ABcc:_v=40b.example?=", "jörg@a.example")).toEqual([]);
});

test("the reply has exactly these fields, whatever marks arrive", async () => {
  const mark = fc.oneof(
    fc.string({ unit: "binary", maxLength: 250 }),
    fc.string({ unit: fc.constantFrom(...'\r\n:,;<>@"\\ =?aé\u2028\0'), maxLength: 100 }),
    fc.constantFrom("\r\nBcc: victim@bank.example\r\n\r\nbody", "a\n b", "fw@old.example"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(mark, { maxLength: 8 }), async (values) => {
      const loop_marks = foreignLoopMarks(
        values.map((value) => ({ name: "x-loop", value })),
        AGENT,
      );
      const raw = await composeReply({
        ...{ from: { name: "Help", address: AGENT.address }, to: ALICE, subject: "Re: x", references: [] },
        ...{ text: "At ten.", loop_id: AGENT.id, loop_marks },
      });
      const { headers } = await parsed(raw);
      const others = headers.filter(({ name }) => name !== "x-loop").map(({ name }) => name);
      expect(new Set(others).size).toBe(others.length);
      expect(others).not.toContain("bcc");
      const sent = headers.filter(({ name }) => name === "x-loop").map(({ value }) => value.replace(/\s+/g, " "));
      expect(sent).toEqual([AGENT.id, ...loop_marks.map((it) => it.replace(/\s+/g, " "))]);
    }),
    { numRuns: 300 },
  );
});
