import type { Agent, Person } from "./people.ts";
import { createAgent, readRun, signUp, storeKey } from "./people.ts";
import type { TestStack } from "./stack.ts";

export type Flood = { hostile: { state: string; claims: number }[]; others: string[] };

/** One line that a pattern with two unbounded runs beside each other reads once for each of its blanks. */
const SLOW_LINE = `a${" ".repeat(69_900)}b`;

/**
 * Mails with such a line to one owner's agent, one after the other, and after each an ordinary one to another owner's.
 * @returns what became of them, in the order of their arrival
 */
export async function floodWithSlowMails(stack: TestStack, times: number): Promise<Flood> {
  const [mallory, bob] = [await signUp(stack, "Mallory"), await signUp(stack, "Bob")];
  await storeKey(stack, mallory, "openai", "sk-demo-mallory-0123456789", "gpt-4");
  await storeKey(stack, bob, "openai", "sk-demo-bob-0123456789", "gpt-4");
  const [theirs, his] = [await createAgent(stack, mallory), await createAgent(stack, bob)];
  const sent: { slow: string; ordinary: string }[] = [];
  for (let i = 0; i < times; i++) {
    sent.push({
      slow: await mail(stack, theirs, `mallory@m${i}.example`, SLOW_LINE),
      ordinary: await mail(stack, his, `carol@c${i}.example`, "When do you open?"),
    });
  }
  const hostile: Flood["hostile"] = [];
  const others: string[] = [];
  for (const { slow, ordinary } of sent) {
    others.push((await atRest(stack, bob, ordinary)).state);
    const run = await atRest(stack, mallory, slow);
    hostile.push({
      state: run.state,
      claims: run.timeline.filter(({ event }) => event.startsWith("claim")).length,
    });
  }
  return { hostile, others };
}

function mail(stack: TestStack, { address }: Agent, from: string, text: string): Promise<string> {
  return stack.handIn(`From: ${from}\r\nTo: ${address}\r\nSubject: Hours\r\n\r\n${text}\r\n`, { from, to: address });
}

/** Waits for as long as three tries may take. */
async function atRest(stack: TestStack, person: Person, messageId: string) {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    const { runs } = await stack.mailState(messageId);
    const [run] = runs;
    if (run && !["received", "claimed", "generated", "sending"].includes(run.state)) {
      return readRun(stack, person, run.run_id);
    }
    if (Date.now() > deadline) throw new Error(`A mail is still not at rest: ${JSON.stringify(runs)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

// `node tests/support/hostile-mails.ts 50` plays it longer than the suite does.
if (import.meta.main) {
  const { startTestStack } = await import("./stack.ts");
  const stack = await startTestStack();
  const { hostile, others } = await floodWithSlowMails(stack, Number(process.argv[2] ?? 50));
  const states = (all: string[]) =>
    JSON.stringify(
      Object.fromEntries(
        Map.groupBy(all, (s) => s)
          .entries()
          .map(([s, l]) => [s, l.length]),
      ),
    );
  console.log(
    `hostile: ${states(hostile.map(({ state }) => state))}, ${Math.max(...hostile.map(({ claims }) => claims))} tries at most`,
  );
  console.log(`of the other owner: ${states(others)}`);
  await stack.stop();
}
