import { startDnsStub } from "../support/dns-stub.ts";
import type { Arrived } from "./judge.ts";
import { askForTest, createAgent, handIn, mailboxOf, startMachine } from "./machine.ts";
import { startReceiver } from "./receiver.ts";
import { addedFields, type Row, write } from "./record.ts";
import { SENDERS_ADDRESS, Servers } from "./servers.ts";
import { Signer } from "./signer.ts";
import { type Phase, WAYS } from "./ways.ts";

/**
 * `npm run mta`: real mail servers forward the connection test and two customers' mails to an agent, and a table says what
 * they did and what came of it. See lab.sh.
 */
const [root = "", option] = process.argv.slice(2);

const own = new Signer("agents.latchkey.test");
const signing = new Signer("customer.example");
const sealing = new Signer("acme.example");
const zone = {
  [`${own.keyName} TXT`]: [own.record],
  [`${signing.keyName} TXT`]: [signing.record],
  [`${sealing.keyName} TXT`]: [sealing.record],
  "acme.example TXT": ["v=spf1 ip4:127.0.0.1 -all"],
  "customer.example TXT": [`v=spf1 ip4:${SENDERS_ADDRESS} -all`],
  "_dmarc.customer.example TXT": ["v=DMARC1; p=reject"],
  "unsigned.example TXT": [`v=spf1 ip4:${SENDERS_ADDRESS} -all`],
  "_dmarc.unsigned.example TXT": ["v=DMARC1; p=none"],
};

await using owned = new AsyncDisposableStack();
const dns = owned.adopt(await startDnsStub(zone), (it) => it.stop());
const machine = owned.adopt(await startMachine(dns.address), (it) => it.stack.stop());
const receiver = owned.adopt(await startReceiver(), (it) => it.stop());
const servers = new Servers(root);
await servers.giveKey(sealing.privateKey);
const rows: Row[] = [];
for (const phase of ["srs", "plain", "arc"] as const) rows.push(...(await rowsOf(phase)));
write(rows, await servers.versions(), option === "--write");

async function rowsOf(phase: Phase): Promise<Row[]> {
  const agent = await createAgent(machine);
  try {
    await servers.start(receiver.port, agent.address, dns.address, phase);
    const found: Row[] = [];
    for (const way of WAYS.filter((one) => one.phase === phase))
      found.push({ way, ...(await play(agent, way.mailbox)) });
    return found;
  } finally {
    await servers.stop();
  }
}

async function play(agent: Awaited<ReturnType<typeof createAgent>>, mailbox: string) {
  const test = await askForTest(machine, agent, mailbox);
  await handIn(machine, await passOn(await own.sign(test.raw), test.from, mailbox), zone);
  const { state, result } = await mailboxOf(machine, agent, mailbox);

  const raw = await signing.sign(customersMail("carol@customer.example", mailbox));
  const arrived = await passOn(raw, "carol@customer.example", mailbox);
  const unsigned = customersMail("dave@unsigned.example", mailbox);
  return {
    envelope: arrived.from,
    added: addedFields(raw, arrived.raw.toString("latin1")),
    test: { state, result },
    signed: await fate(arrived),
    unsigned: await fate(await passOn(unsigned, "dave@unsigned.example", mailbox)),
  };
}

async function passOn(raw: string, from: string, mailbox: string): Promise<Arrived> {
  await servers.deliver(raw, from, mailbox);
  return receiver.next();
}

async function fate(mail: Arrived) {
  const { verdicts, run } = await handIn(machine, mail, zone);
  return {
    verdicts,
    word: run === undefined ? "no run" : `${run.state}${run.reason === null ? "" : `: ${run.reason}`}`,
  };
}

function customersMail(from: string, mailbox: string): string {
  const id = `<${crypto.randomUUID()}@${from.split("@")[1]}>`;
  const lines = [`From: ${from}`, `To: ${mailbox}`, "Subject: Opening hours", `Message-ID: ${id}`];
  return `${lines.join("\r\n")}\r\nDate: ${new Date().toUTCString().replace("GMT", "+0000")}\r\n\r\nWhen do you open?\r\n`;
}
