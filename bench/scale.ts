import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cloneOf, runIdBefore, tablesOf } from "./scale/clones.ts";
import { synthesize, THIS_BUILD } from "./support/build.ts";
import { allAnswered } from "./support/burst.ts";
import { call, type Owner, sentTimes, setModelDelay, signUp } from "./support/client.ts";
import { readOptions, wholeNumber } from "./support/options.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { makeMails, sendMails } from "./support/send-mails.ts";
import { type ChangedStack, startChangedStack } from "./support/start-changed-stack.ts";
import { median, quantile, show } from "./support/stats.ts";

const USAGE = `npm run bench:scale -- [options]

Each route and a mail, before and after the tables are filled: they must not slow. Rows are copies of real ones, written
straight into the tables. The whole of it: --agents 100000 --runs 1000000 --mails 100000 (an hour or more).

  --agents N      agents of other owners (1,000)
  --runs N        runs of theirs (10,000)
  --mails N       runs of the one owner who is measured (2,000)
  --requests N    how often each route is asked (30)`;

const options = readOptions(USAGE, 1, { agents: "1000", runs: "10000", mails: "2000", requests: "30" });
const agents = wholeNumber("agents", options.agents);
const runs = wholeNumber("runs", options.runs);
const mails = wholeNumber("mails", options.mails);
const requests = wholeNumber("requests", options.requests);
const ROUTES = ["ai-config", "automation/agents", "conversations", "usage", "account"].map((path) => `/api/${path}`);
const OTHERS = 200;
const MAILS = 10;

type Seen = Map<string, number[]>;

announce("bench:scale", 2 + (agents * 2 + runs + mails) / 20_000);
const data = await mkdtemp(join(tmpdir(), "latchkey-scale-"));
await synthesize(THIS_BUILD);
try {
  await using stack = await startChangedStack(THIS_BUILD, "--data", data);
  const owner = await signUp(stack, "owner");
  await setModelDelay(stack, 0);
  const small = await measure(stack, owner, 0);
  await fill(stack, owner);
  const large = await measure(stack, owner, MAILS * 2);
  report("bench:scale", rows(small, large), options.dry);
} finally {
  await rm(data, { recursive: true, force: true });
}

/** Milliseconds of each route, and of a mail from SMTP to its answer. The first of each is a warm-up. */
async function measure(stack: ChangedStack, owner: Owner, first: number): Promise<Seen> {
  const seen: Seen = new Map();
  for (const route of ROUTES) {
    const times = await timesOf(requests + 1, () => call(stack, `GET ${route}`, { token: owner.token }));
    seen.set(`GET ${route}`, times.slice(1));
    progress(`GET ${route}: ${show(median(times))} ms`);
  }
  let expected = await allAnswered(stack, [owner], 0);
  const batch = makeMails([owner.address], MAILS + 1, first);
  const times: number[] = [];
  for (const mail of batch) {
    const begun = Date.now();
    await sendMails(stack, [mail]);
    expected += 1;
    await allAnswered(stack, [owner], expected);
    times.push(((await sentTimes(stack)).at(-1) ?? Number.NaN) - begun);
  }
  seen.set("a mail", times.slice(1));
  return seen;
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

async function fill(stack: ChangedStack, { address }: Owner): Promise<void> {
  const tables = tablesOf(stack);
  const agent = await tables.rowWith("AGENTS_TABLE", address);
  const place = await tables.rowWith("ADDRESSES_TABLE", address);
  const run = await tables.rowWith("RUNS_TABLE", address);
  const [userId, agentId, runId] = [agent["user_id"], agent["agent_id"], run["run_id"]].map(String);
  const others = Array.from({ length: OTHERS }, () => randomUUID());
  const other = (at: number) => others[at % OTHERS] ?? "";
  const ids = Array.from({ length: agents }, () => randomUUID());
  const agentTexts = (at: number) => ({
    [String(address)]: `${ids[at]}@${address.split("@")[1]}`,
    [String(agentId)]: ids[at] ?? "",
    [String(userId)]: other(at),
  });
  await tables.fill("AGENTS_TABLE", ids.length, (at) => cloneOf(agent, agentTexts(at)));
  await tables.fill("ADDRESSES_TABLE", ids.length, (at) => cloneOf(place, agentTexts(at)));
  const runTexts = (at: number) => ({ [String(runId)]: runIdBefore(String(runId), at + 1) });
  await tables.fill("RUNS_TABLE", mails, (at) => cloneOf(run, runTexts(at)));
  await tables.fill("RUNS_TABLE", runs, (at) => cloneOf(run, { ...runTexts(at), [String(userId)]: other(at) }));
  tables.destroy();
}

function rows(small: Seen, large: Seen): string[] {
  const cells = [...small].map(([name, before]) => {
    const after = large.get(name) ?? [];
    const spread = (times: number[]) =>
      `${show(median(times))} (${show(quantile(times, 0.25))} – ${show(quantile(times, 0.75))})`;
    return [name, spread(before), spread(after), `${show(median(after) / median(before))} ×`];
  });
  const stored = `ms with ${agents} agents, ${runs} runs, ${mails} mails of the owner`;
  return table(["what", "ms with 1 agent", stored, "ratio"], cells);
}
