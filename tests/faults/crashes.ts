import type { Backend } from "./backend.ts";
import type { Happened } from "./fault-layer.ts";
import { play } from "./history.ts";
import { violations } from "./invariants.ts";
import type { MailKind } from "./mails.ts";
import { DRAFTER } from "./people.ts";
import { type Fault, faultAt, firstCall, NO_FAULTS, type Plan } from "./plan.ts";
import { singleMail } from "./single-mail.ts";

/** A path that one mail can take, with the calls that it makes there when nothing crashes. */
export type Path = {
  name: string;
  plan: () => Plan;
  owner: string;
  kind: MailKind;
  ends: string;
  /** Included in `npm test`. */
  inShort?: boolean;
};

export const PATHS: Path[] = [
  { name: "answered", plan: () => NO_FAULTS, owner: "alice", kind: "person", inShort: true, ends: "replied" },
  {
    name: "drafted and approved",
    plan: () => NO_FAULTS,
    owner: DRAFTER,
    kind: "person",
    inShort: true,
    ends: "replied",
  },
  { name: "held, the agent is paused", plan: () => NO_FAULTS, owner: "paul", kind: "person", ends: "held" },
  { name: "skipped by the router", plan: () => NO_FAULTS, owner: "alice", kind: "robot", ends: "skipped" },
  { name: "skipped by the runner", plan: () => NO_FAULTS, owner: "alice", kind: "hidden_robot", ends: "skipped" },
  {
    name: "the provider is down",
    plan: () => firstCall("provider.openai", "before"),
    owner: "alice",
    kind: "person",
    ends: "replied",
  },
  {
    name: "the provider throttles",
    plan: () => firstCall("provider.openai", "throttle"),
    owner: "alice",
    kind: "person",
    ends: "replied",
  },
  {
    name: "the provider's answer is lost",
    plan: () => firstCall("provider.openai", "after"),
    owner: "alice",
    kind: "person",
    inShort: true,
    ends: "replied",
  },
  {
    name: "SES throttles",
    plan: () => firstCall("SES.SendRawEmail", "throttle"),
    owner: "alice",
    kind: "person",
    ends: "replied",
  },
  {
    name: "SES's answer is lost",
    plan: () => firstCall("SES.SendRawEmail", "after"),
    owner: "alice",
    kind: "person",
    inShort: true,
    ends: "replied",
  },
];

export type Crash = { call: number; name: string; fault: Fault; broken: string[]; charges: number; state: string };

/** The calls of all functions for one mail on a path when nothing crashes, in order. */
export async function callsOf(path: Path, backend: Backend): Promise<{ names: string[]; state: string }> {
  const { calls, outcome } = await play(singleMail(path.plan, path.owner, path.kind), backend);
  return { names: ofMail(calls).map(({ name }) => name), state: outcome.fates[0]?.runs[0]?.state ?? "lost" };
}

/** Plays the path again, and ends the process just before or just after the call with this number. */
export async function crashAt(path: Path, call: number, fault: Fault, backend: Backend): Promise<Crash> {
  const plan = () => faultAt(call, fault, path.plan());
  const { calls, outcome } = await play(singleMail(plan, path.owner, path.kind), backend);
  const [fate] = outcome.fates;
  const hit = ofMail(calls)[call - 1];
  const broken = violations(outcome);
  if (hit?.fault !== fault) broken.push("the crash did not happen");
  return {
    call,
    name: hit?.name ?? "",
    fault,
    broken,
    charges: fate?.charges ?? 0,
    state: fate?.runs[0]?.state ?? "lost",
  };
}

function ofMail(calls: Happened[]): Happened[] {
  return calls.filter(({ process }) => !process.startsWith("sweeper"));
}
