import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startStack } from "../../local/stack.ts";
import { freePort, kill, startMachine } from "./killable.ts";
import { makeAgent, sendMails } from "./load.ts";
import { quickTemplate } from "./quick-template.ts";
import { judge, type Verdict } from "./verdict.ts";

/** The pause between two mails: they come faster than a machine that keeps being killed can handle. */
const PAUSE_MS = 150;
/**
 * A run whose machine was killed just before SES took its mail is held after 15 minutes, since nobody can tell whether
 * it left.
 */
const LONGEST_WAIT_MS = 20 * 60_000;

/** Kills the whole machine at random moments while mails arrive, restarts it each time, and judges the outcome. */
export async function killOften(times: number, onKill: (done: number, accepted: number) => void): Promise<Verdict> {
  const data = await mkdtemp(join(tmpdir(), "latchkey-kill-"));
  const ports = { port: await freePort(), smtpPort: await freePort() };
  try {
    let machine = await startMachine(data, ports);
    const address = await makeAgent(`http://127.0.0.1:${ports.port}`);
    const load = sendMails(address, ports.smtpPort, PAUSE_MS);
    for (let done = 1; done <= times; done++) {
      await delay(500 + Math.random() * 9_500);
      await kill(machine);
      onKill(done, load.accepted.length);
      if (done < times) machine = await startMachine(data, ports);
    }
    await load.stop();
    const stack = await startStack({ data, ...ports, template: await quickTemplate() });
    try {
      return await judge(stack, load.accepted, LONGEST_WAIT_MS);
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}
