import { afterAll, beforeAll, expect, test } from "vitest";
import { findCap } from "../../../functions/agent-runner/limits/correspondent-caps.ts";
import { findThread } from "../../../functions/agent-runner/mail/find-thread.ts";
import { type Correspondents, correspondentsIn } from "../../../shared/correspondents/correspondents.ts";
import { composeReply } from "../../../shared/mail/compose.ts";
import { decide } from "../../../shared/mail/decide.ts";
import { parseMail } from "../../../shared/mail/parse.ts";
import { readableText } from "../../../shared/mail/readable-text.ts";
import { replyHeaders } from "../../../shared/mail/reply-headers.ts";
import { readThreadRef } from "../../../shared/mail/thread-ref.ts";
import { AT_ONCE, FLOODS, play } from "../../flood/flood.ts";
import { someAgent } from "../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { type Received, ROBOTS, type Robot, type RobotMail } from "../../support/robots.ts";
import { someRun } from "../../support/runs.ts";
import { CORRESPONDENT_TABLES, MARK_TABLES } from "../../support/tables.ts";

let dynamo: TestDynamo;
let correspondents: Correspondents;
beforeAll(async () => {
  dynamo = await startDynamo(MARK_TABLES);
  correspondents = correspondentsIn(dynamo.db, CORRESPONDENT_TABLES);
});
afterAll(() => dynamo.stop());

const agent = someAgent({ address: "help@agents.example" });
const mailDomain = "agents.example";
const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;
const FORGED = { ...PASSED, spf: "FAIL", dkim: "GRAY", dmarc: "FAIL" } as const;

const MINUTE = 60_000;
const DAYS = 30;
const BEGIN = Date.parse("2026-11-01T00:00:00.000Z");
const END = BEGIN + DAYS * 24 * 60 * MINUTE;

let mails = 0;

/**
 * The path of a mail through the runner without the provider: read, decide, find the thread, check the caps, compose.
 */
async function answerTo(sent: RobotMail, at: number): Promise<(Received & { to: string }) | undefined> {
  const number = mails++;
  const headers = { To: agent.address, "Message-ID": `<${number}@robots.example>`, ...sent.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const mail = await parseMail(Buffer.from(`${lines.join("\r\n")}\r\n\r\n${sent.body ?? "Hello?\r\n"}`));
  if ("problem" in mail) throw new Error("A robot's mail can be read");
  const { envelope_from } = sent;
  const decision = decide({
    ...{ envelope_from, verdicts: sent.forged ? FORGED : PASSED, headers: mail.headers },
    ...{ part_types: mail.part_types, text: readableText(mail.text), own_domain: mailDomain },
    agent: { id: agent.agent_id, address: agent.address },
  });
  if (decision.action !== "answer") return undefined;

  const { to } = decision;
  const received_at = new Date(at).toISOString();
  const run = someRun({ run_id: `run${number}`, ses_message_id: `in-${number}`, envelope_from, received_at });
  const author = mail.from[0]?.address ?? "";
  const { thread_ref } = await findThread(run, { author, reader: to }, mail, { correspondents, mailDomain });
  const isBlocked = await correspondents.blocked.has(agent.user_id, agent.agent_id, to);
  if (await findCap(run, agent, { author, to }, { isBlocked }, { correspondents })) return undefined;

  const from = { name: agent.name, address: agent.address };
  const raw = await composeReply({
    from,
    to,
    ...replyHeaders(mail),
    thread_ref,
    text: "At ten.",
    loop_id: agent.agent_id,
  });
  // SES gives the mail an id of its own and reports it.
  const between = { userId: agent.user_id, agentId: agent.agent_id, correspondent: to };
  const root = readThreadRef(thread_ref)?.root ?? "";
  await correspondents.wireIds.remember(between, `out-${number}`, root, new Date(at));
  const reply = await parseMail(raw);
  if ("problem" in reply) throw new Error("Our own reply can be read");
  return {
    ...{ to, raw: raw.toString("latin1"), subject: reply.subject },
    ...{ message_id: `<out-${number}@email.amazonses.com>`, references: reply.references.join(" ") },
  };
}

/** Lets one robot write to the agent for a month. @returns how many answers it got on each day that it got any */
async function month(robot: Robot): Promise<number[]> {
  const perDay = new Map<string, number>();
  let count = 0;
  const every = (robot.everyMinutes ?? Number.POSITIVE_INFINITY) * MINUTE;
  for (let next = BEGIN; next < END; next += every) {
    // The robot's exchange with the agent, from its first mail until one of them is silent or starts again.
    let mail: RobotMail | undefined = robot.begin(count++);
    for (let at = next; mail && at < Math.min(next + every, END); at += 2 * MINUTE) {
      const reply = await answerTo(mail, at);
      if (reply === undefined) break;
      expect(reply.to).toBe(robot.address);
      const day = new Date(at).toISOString().slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      mail = robot.react(reply, count++);
    }
  }
  return [...perDay.values()];
}

test("in a month, twelve kinds of robot get at most one answer each if they mark themselves, and 20 a day otherwise", async () => {
  const months = await Promise.all(
    Object.entries(ROBOTS).map(async ([name, robot]) => [name, robot, await month(robot)] as const),
  );
  const figures = months.map(([name, robot, days]) => {
    const total = days.reduce((sum, answers) => sum + answers, 0);
    if (robot.isMarked) expect(total, name).toBeLessThanOrEqual(1);
    expect(Math.max(0, ...days), name).toBeLessThanOrEqual(20);
    return [name, { total, "most in a day": Math.max(0, ...days) }];
  });
  expect(Object.fromEntries(figures)).toMatchInlineSnapshot(`
    {
      "another agent of ours": {
        "most in a day": 0,
        "total": 0,
      },
      "auto-acknowledger": {
        "most in a day": 6,
        "total": 60,
      },
      "bouncer": {
        "most in a day": 1,
        "total": 1,
      },
      "challenge-response filter": {
        "most in a day": 6,
        "total": 60,
      },
      "forwarding loop": {
        "most in a day": 1,
        "total": 1,
      },
      "help desk with a fresh subject each time": {
        "most in a day": 20,
        "total": 600,
      },
      "mailing list": {
        "most in a day": 0,
        "total": 0,
      },
      "no-reply box": {
        "most in a day": 0,
        "total": 0,
      },
      "read-receipt sender": {
        "most in a day": 1,
        "total": 1,
      },
      "spam trap that somebody forges": {
        "most in a day": 0,
        "total": 0,
      },
      "ticket system whose subject grows": {
        "most in a day": 1,
        "total": 10,
      },
      "vacation responder": {
        "most in a day": 1,
        "total": 1,
      },
    }
  `);
});

test.each(Object.entries(FLOODS))(
  "strangers who flood an agent cost its owner no more calls than the limit that they come to, %s",
  async (name, flood) => {
    const { cap } = flood;
    const { calls, replies } = await play(name, { mails: 150, senders: 25 });
    expect(replies).toBeLessThanOrEqual(cap);
    // Calls in flight when the cap is reached have been paid for, so their answers wait.
    expect(calls).toBeLessThanOrEqual("repliesPerDay" in flood ? cap + AT_ONCE - 1 : cap);
    // Reservations of calls in flight stop other mails that would have had room.
    expect(replies).toBeGreaterThanOrEqual(Math.floor(cap / 2));
  },
);
