import { createTransport } from "nodemailer";
import * as z from "zod";
import { startStack } from "../stack.ts";
import { CallCounter, type Counts } from "./calls.ts";

export type Measured = { mails: number; counts: Counts; logBytes: number };

const PASSWORD = "correct horse battery";
const mailState = z.object({ runs: z.array(z.object({ state: z.string() })) });
const session = z.object({ token: z.string() });
const agent = z.object({ address: z.string() });

/** Runs the stack on this machine, has `mails` mails answered one after the other, and counts the AWS calls. */
export async function countMails(mails: number): Promise<Measured> {
  const counter = new CallCounter();
  const stack = await startStack({ port: 0, smtpPort: 0, onCall: counter.onCall });
  try {
    const to = await someAgent(stack.url);
    const smtp = createTransport({ host: "127.0.0.1", port: stack.smtpPort, secure: false, ignoreTLS: true });
    const answered = async (name: string) => {
      const from = `${name}@customer.example`;
      const text = "When are you open on Saturdays? I would come by in the afternoon.";
      const { response } = await smtp.sendMail({ from, to, subject: "Opening hours", text });
      await untilReplied(stack.url, response.split(" ").at(-1) ?? "");
    };
    // The first mail creates the day's rows and the processes, so it is not counted.
    await answered("first");
    const before = stack.logs.length;
    counter.start();
    for (let i = 0; i < mails; i++) await answered(`mail${i}`);
    await untilQuiet(counter);
    counter.stop();
    const logBytes = stack.logs.slice(before).reduce((sum, line) => sum + line.length, 0);
    return { mails, counts: counter.counts, logBytes };
  } finally {
    await stack.stop();
  }
}

async function someAgent(url: string): Promise<string> {
  const post = async (path: string, body: object, token = "") => {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) })).json();
  };
  const account = { email: "owner@people.example", password: PASSWORD, name: "Owner" };
  const { token } = session.parse(await post("/api/auth/signup", account));
  await post("/api/ai-config", { provider: "openai", apiKey: "sk-demo-cost-0123456789" }, token);
  return agent.parse(await post("/api/automation/agents", { name: "Support", type: "email_inbound" }, token)).address;
}

async function untilReplied(url: string, messageId: string): Promise<void> {
  for (;;) {
    const { runs } = mailState.parse(await (await fetch(`${url}/_local/mail/${messageId}`)).json());
    const states = runs.map(({ state }) => state);
    if (states.includes("replied")) return;
    if (states.some((state) => state === "held" || state === "skipped")) throw new Error(`A mail is ${states}`);
    await pause();
  }
}

/** SES's reports arrive after the reply. Empty polls continue for ever and are not a sign of work. */
async function untilQuiet({ counts }: CallCounter): Promise<void> {
  const work = () => Object.entries(counts).reduce((sum, [name, { calls }]) => sum + (isPoll(name) ? 0 : calls), 0);
  let [before, same] = [-1, 0];
  while (same < 20) {
    same = work() === before ? same + 1 : 0;
    before = work();
    await pause();
  }
}

/** Polls depend on time and not on mails, so bill.ts estimates them. */
export function isPoll(name: string): boolean {
  return name === "sqs ReceiveMessage";
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
