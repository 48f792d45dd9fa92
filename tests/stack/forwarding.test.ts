import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONFIRMATIONS } from "../support/confirmations.ts";
import { startDnsStub } from "../support/dns-stub.ts";
import { connectMailbox, forward, listMailboxes, testMailTo } from "../support/forwarder.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { customersMail, SealingHost } from "../support/sealing.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

const SUPPORT = "support@acme.example";
const sealer = new SealingHost("sealer.example");
const CAROL = "carol@customer.example";
const BROKEN = { spf: "FAIL", dkim: "FAIL", dmarc: "FAIL" };

let dns: Awaited<ReturnType<typeof startDnsStub>>;
let stack: TestStack;
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  dns = await startDnsStub({ [`${sealer.keyName} TXT`]: [sealer.record] });
  stack = await startTestStack({ dns: dns.address });
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack, alice, { maxRepliesPerCorrespondentPerHour: 60 });
});
afterAll(async () => {
  await stack?.stop();
  await dns?.stop();
});

/** A mail at the agent, worked to its rest, with the mails that left for it. */
async function arrive(raw: string, from: string, verdicts: Record<string, string> = {}, to = agent) {
  const [found] = await stack.waitForRun(await stack.handIn(raw, { from, to: to.address, ...verdicts }));
  const run = await readRun(stack, alice, found?.run_id ?? "");
  const sent = (await stack.outbox()).filter(({ run_id }) => run_id === run.id);
  return { run, sent };
}

describe("a test mail", () => {
  test("goes to the mailbox, comes back through SMTP, and the page says by which way and with which proof", async () => {
    const { mailboxes } = await connectMailbox(stack, alice, agent, SUPPORT, sealer);
    expect(mailboxes).toMatchObject([
      {
        address: SUPPORT,
        state: "connected",
        result: {
          way: "srs",
          way_name: "a mail server with SRS",
          from_kept: true,
          dkim: "pass",
          arc: "pass",
          sealer: "sealer.example",
          envelope_rewritten: true,
        },
      },
    ]);
    expect(mailboxes[0]?.answered.length).toBeGreaterThan(0);
    const raw = await testMailTo(stack, SUPPORT);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect((await simpleParser(raw)).text).toContain("Alice asked Latchkey");
    // The code is for the mail alone.
    expect(JSON.stringify(mailboxes)).not.toContain(/lk-([a-z2-9]{20})/.exec(raw)?.[1]);
  });

  test("that is answered in place of being forwarded connects nothing", async () => {
    const other = await createAgent(stack, alice);
    await stack.api("POST", `/api/automation/agents/${other.id}/mailboxes`, {
      token: alice.token,
      body: { address: "away@acme.example" },
    });
    const code = /lk-[a-z2-9]{20}/.exec(await testMailTo(stack, "away@acme.example"))?.[0];
    const note = `From: away@acme.example\r\nTo: ${other.address}\r\nSubject: Out of office: Re: Latchkey connection test ${code}\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <x@y>\r\n\r\nI am away.\r\n`;
    await arrive(note, "away@acme.example", {}, other);
    expect((await listMailboxes(stack, alice, other)).mailboxes).toMatchObject([{ state: "not_arrived" }]);
  });

  test("that comes back in the mailbox's own name has come back changed, and the page says what to choose", async () => {
    const other = await createAgent(stack, alice);
    await stack.api("POST", `/api/automation/agents/${other.id}/mailboxes`, {
      token: alice.token,
      body: { address: "fw@acme.example" },
    });
    const code = /lk-[a-z2-9]{20}/.exec(await testMailTo(stack, "fw@acme.example"))?.[0];
    await arrive(
      `From: fw@acme.example\r\nTo: ${other.address}\r\nSubject: FW: Latchkey connection test ${code}\r\n\r\nSee below.\r\n`,
      "fw@acme.example",
      {},
      other,
    );
    const { mailboxes } = await listMailboxes(stack, alice, other);
    expect(mailboxes).toMatchObject([{ state: "changed", result: { from_kept: false } }]);
    expect(mailboxes[0]?.advice.join()).toContain("redirect");
  });
});

describe("a customer's mail through the connected mailbox", () => {
  const FOUND = "dkim=pass header.i=@customer.example; dmarc=pass header.from=customer.example";

  test("is answered to the customer, whose answer goes to the mailbox and stays in the thread", async () => {
    const { run, sent } = await arrive(customersMail(), `SRS0=HHH=TT=customer.example=carol@acme.example`);
    expect(run).toMatchObject({ state: "replied", answer_to: CAROL, came_through: { address: SUPPORT } });
    const reply = await simpleParser(sent[0]?.raw ?? "");
    expect(sent[0]?.to).toEqual([CAROL]);
    expect(reply.replyTo?.value).toMatchObject([{ address: SUPPORT }]);
    const next = `From: ${CAROL}\r\nTo: ${SUPPORT}\r\nSubject: Re: Opening hours\r\nMessage-ID: <c2@customer.example>\r\nIn-Reply-To: ${reply.messageId}\r\nReferences: ${[reply.references].flat().join(" ")} ${reply.messageId}\r\n\r\nAnd on Sundays?\r\n`;
    expect((await arrive(next, CAROL)).run).toMatchObject({ state: "replied", thread_id: run.thread_id });
  });

  test("is answered by the forwarder's seal, though its own proof broke on the way", async () => {
    const mail = await sealer.seal(
      customersMail().replace("c1@", "c3@").replace("Opening", "[External] Opening"),
      FOUND,
    );
    expect((await arrive(mail, "SRS0=HHH=TT=customer.example=carol@acme.example", BROKEN)).run).toMatchObject({
      state: "replied",
    });
  });

  test.each([
    [
      "says that it found no proof",
      async () => sealer.seal(customersMail(), "dmarc=fail header.from=customer.example"),
    ],
    ["was changed after it", async () => (await sealer.seal(customersMail(), FOUND)).replace("When do", "Why do")],
    [
      "is of a forwarder that nobody connected",
      async () => new SealingHost("other.example").seal(customersMail(), FOUND),
    ],
    ["is not there", async () => customersMail(["DKIM-Signature: v=1; a=rsa-sha256; d=customer.example; s=s; b=x"])],
  ])("is held in words of the mailbox where the seal %s", async (_, mailOf) => {
    const { run } = await arrive((await mailOf()).replace("<c1@", `<${Math.random()}@`), CAROL, BROKEN);
    expect(run.state).toBe("held");
    expect(["forward_unsigned", "forward_changed_mail"]).toContain(run.reason);
    expect(run.may_retry).toBe(true);
    const again = await stack.api("POST", `/api/conversations/${run.id}/retry`, { token: alice.token });
    expect(again.status).toBe(202);
  });

  test("is a forgery, where it did not come through a mailbox of the owner's", async () => {
    const direct = customersMail().replace("To: support@acme.example", `To: ${agent.address}`).replace("<c1@", "<c9@");
    expect((await arrive(direct, CAROL, BROKEN)).run).toMatchObject({ state: "skipped", reason: "dmarc_fail" });
  });
});

describe("a loop ends after one mail:", () => {
  test("the agent's own reply, which the mailbox forwards back", async () => {
    const { sent } = await arrive(customersMail().replace("<c1@", "<l1@"), CAROL);
    const back = await stack.waitForRun(await forward(stack, agent, SUPPORT, sent[0]?.raw ?? ""));
    expect(back).toMatchObject([{ state: "skipped" }]);
  });

  test("two agents whose mailboxes forward to each other", async () => {
    const other = await createAgent(stack, alice);
    const { sent } = await arrive(customersMail().replace("<c1@", "<l2@"), CAROL);
    expect(await stack.waitForRun(await forward(stack, other, SUPPORT, sent[0]?.raw ?? ""))).toMatchObject([
      { state: "skipped" },
    ]);
  });

  test("the mailbox's own vacation note to the agent", async () => {
    const note = `From: ${SUPPORT}\r\nTo: ${agent.address}\r\nSubject: Out of office: Re: Opening hours\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n`;
    expect((await arrive(note, SUPPORT)).run).toMatchObject({ state: "skipped" });
  });

  test("the agent as a member of the group that it answers for", async () => {
    const { sent } = await arrive(customersMail().replace("<c1@", "<l3@"), CAROL);
    const raw = `X-Google-Group-Id: 1\r\nList-ID: <support.acme.example>\r\nPrecedence: list\r\n${sent[0]?.raw}`;
    expect(await stack.waitForRun(await forward(stack, agent, SUPPORT, raw))).toMatchObject([{ state: "skipped" }]);
  });
});

describe("a confirmation mail", () => {
  const { raw, shown } = CONFIRMATIONS["Gmail's, with a code in the subject and the link that cancels"] ?? {
    raw: "",
    shown: {},
  };
  const GMAIL = "forwarding-noreply@google.com";

  test("of a proven service is never answered, and its code is on the agent's page", async () => {
    expect((await arrive(raw, GMAIL)).run).toMatchObject({ state: "held", reason: "forward_confirmation" });
    expect((await listMailboxes(stack, alice, agent)).confirmations).toMatchObject([shown]);
  });

  test("also where it comes with the signs of a robot, and at an agent that writes summaries", async () => {
    const digest = await createAgent(stack, alice, { type: "email_digest" });
    const robot = `Auto-Submitted: auto-generated\r\nPrecedence: bulk\r\nReply-To: noreply@google.com\r\n${raw}`;
    expect((await arrive(robot, "", {}, digest)).run.state).toBe("kept");
    expect((await listMailboxes(stack, alice, digest)).confirmations).toMatchObject([shown]);
  });

  test("that is forged is shown nowhere", async () => {
    const other = await createAgent(stack, alice);
    await arrive(raw, "mallory@evil.example", { dmarc: "FAIL", dkim: "GRAY", spf: "PASS" }, other);
    await arrive(raw, "mallory@evil.example", { dmarc: "GRAY", dkim: "GRAY", spf: "PASS" }, other);
    expect((await listMailboxes(stack, alice, other)).confirmations).toEqual([]);
  });
});

describe("a thread in which the owner answers", () => {
  const ask = (id: string, ...headers: string[]) =>
    `From: ${CAROL}\r\nTo: ${SUPPORT}\r\nSubject: Order\r\nMessage-ID: <${id}@customer.example>\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\nWhere is my order?\r\n`;

  test("is quiet after a copy of the owner's answer, until the owner lets the agent answer again", async () => {
    const first = (await arrive(ask("q1"), CAROL)).run;
    const own = `From: ${SUPPORT}\r\nTo: ${CAROL}\r\nCc: ${agent.address}\r\nSubject: Re: Order\r\nMessage-ID: <o1@acme.example>\r\nIn-Reply-To: <q1@customer.example>\r\nReferences: <q1@customer.example>\r\n\r\nIt leaves today.\r\n`;
    expect((await arrive(own, SUPPORT)).run).toMatchObject({
      state: "skipped",
      reason: "owners_mail",
      thread_id: first.thread_id,
    });
    const refs = "References: <q1@customer.example> <o1@acme.example>";
    const held = (await arrive(ask("q2", refs, "In-Reply-To: <o1@acme.example>"), CAROL)).run;
    expect(held).toMatchObject({ state: "held", reason: "owner_answers", thread_quiet: { because: "copy" } });
    const lifted = await stack.api("DELETE", `/api/conversations/${held.id}/quiet`, { token: alice.token });
    expect(lifted.json).toMatchObject({ thread_quiet: null });
    expect(
      (await arrive(ask("q3", `${refs} <q2@customer.example>`, "In-Reply-To: <o1@acme.example>"), CAROL)).run,
    ).toMatchObject({ state: "replied" });
  });

  test("is quiet when the customer answers a mail that neither of them wrote", async () => {
    await arrive(ask("r1"), CAROL);
    const { run } = await arrive(
      ask("r2", "In-Reply-To: <o2@acme.example>", "References: <r1@customer.example> <o2@acme.example>"),
      CAROL,
    );
    expect(run).toMatchObject({ state: "held", reason: "owner_answers", thread_quiet: { because: "reply" } });
  });

  test("is not quiet when customers answer the agent or themselves", async () => {
    const { sent } = await arrive(ask("s1"), CAROL);
    const { messageId, references } = await simpleParser(sent[0]?.raw ?? "");
    const toAgent = ask("s2", `In-Reply-To: ${messageId}`, `References: ${[references].flat().join(" ")} ${messageId}`);
    expect((await arrive(toAgent, CAROL)).run.state).toBe("replied");
    const toSelf = ask(
      "s3",
      "In-Reply-To: <s2@customer.example>",
      "References: <s1@customer.example> <s2@customer.example>",
    );
    expect((await arrive(toSelf, CAROL)).run.state).toBe("replied");
  });

  test("is quiet on the owner's word", async () => {
    const { run } = await arrive(ask("t1"), CAROL);
    const said = await stack.api("POST", `/api/conversations/${run.id}/quiet`, { token: alice.token });
    expect(said.json).toMatchObject({ thread_quiet: { because: "asked" } });
    expect((await arrive(ask("t2", "References: <t1@customer.example>"), CAROL)).run).toMatchObject({
      reason: "owner_answers",
    });
  });
});

test("no call of the functions lacked a right", () => {
  expect(stack.denied).toEqual([]);
});
