import { setTimeout as delay } from "node:timers/promises";
import { answeredMails, type Owner, type Reached, sentTimes } from "./client.ts";
import type { Machine } from "./machine.ts";
import { cpuMs } from "./process-figures.ts";
import { type Mail, sendMails } from "./send-mails.ts";

export type Burst = { perSecond: number; cpuPerMail: number; answered: number };

/** Nothing new for so long: what is missing was not answered, and will not be. */
const PATIENCE_MS = 90_000;
const LOOK_MS = 500;
/** A reply leaves after its answer is counted, on a busy machine by seconds. */
const LAST_SENDS_MS = 30_000;

/** Sends the mails at once and waits until each is answered; the time ends when the last reply was sent. */
export async function measureBurst(machine: Machine, owners: Owner[], mails: Mail[]): Promise<Burst> {
  const [before, cpuBefore] = [await answeredMails(machine, owners), cpuMs(machine.pid)];
  const begun = Date.now();
  await sendMails(machine, mails);
  await allAnswered(machine, owners, before + mails.length);
  const sent = await allSent(machine, begun, mails.length);
  const cpu = cpuMs(machine.pid) - cpuBefore;
  const seconds = ((sent.at(-1) ?? Number.NaN) - begun) / 1000;
  return { perSecond: sent.length / seconds, cpuPerMail: cpu / sent.length, answered: sent.length };
}

/** Waits for the last replies. @returns when those since `begun` were sent */
async function allSent(machine: Machine, begun: number, expected: number): Promise<number[]> {
  for (const end = Date.now() + LAST_SENDS_MS; ; await delay(LOOK_MS)) {
    const sent = (await sentTimes(machine)).filter((time) => time >= begun);
    if (sent.length >= expected || Date.now() > end) return sent;
  }
}

/** Waits until so many mails are answered, or no more are. @returns how many are */
export async function allAnswered(machine: Reached, owners: Owner[], expected: number): Promise<number> {
  let answered = -1;
  for (let last = Date.now(); Date.now() - last < PATIENCE_MS; await delay(LOOK_MS)) {
    const now = await answeredMails(machine, owners);
    if (now > answered) last = Date.now();
    answered = now;
    if (answered >= expected) break;
  }
  return answered;
}
