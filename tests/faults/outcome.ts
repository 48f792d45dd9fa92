import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { SentMail } from "../../local/aws/aws.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import { type Run, run as runSchema } from "../../shared/runs/run.ts";
import type { MailSpec } from "./mails.ts";
import type { Person } from "./people.ts";
import type { ProviderWorld } from "./provider-world.ts";

/** One mail at one agent: what should have become of it, and what did. */
export type Fate = {
  mark: string;
  agentId: string;
  runs: Run[];
  mails: number;
  /** How often an answer was requested: once, and once more for each regeneration. */
  asked: number;
  charges: number;
  lostAnswers: number;
};

/** Everything that a history has left behind. */
export type Outcome = { fates: Fate[]; unsettled: Fate[]; usage: Record<string, unknown>[]; strayMails: number };

type World = {
  db: DynamoDBDocumentClient;
  people: Person[];
  mails: MailSpec[];
  sent: SentMail[];
  providers: ProviderWorld;
};

export async function readOutcome({ db, people, mails, sent, providers }: World): Promise<Outcome> {
  const runs = (await scan(db, "runs")).map((item) => runSchema.parse(item));
  const fates = mails.flatMap(({ mark, to }) =>
    to.flatMap((address): Fate[] => {
      const person = people.find(({ agent }) => agent.address === address);
      if (person === undefined) return [];
      const agentId = person.agent.agent_id;
      const name = mark.toLowerCase().replaceAll("-", "");
      const ours = runs.filter((run) => run.ses_message_id === name && run.agent_id === agentId);
      const mailsOut = sent.filter(({ tags }) => ours.some(({ run_id }) => run_id === tags["run_id"]));
      const who = `${mark} ${person.key}`;
      const charges = providers.charges.get(who) ?? 0;
      const asked = 1 + ours.flatMap(({ timeline }) => timeline).filter(({ event }) => event === "regenerate").length;
      const lostAnswers = providers.lostAnswers(who);
      return [{ mark, agentId, runs: ours, mails: mailsOut.length, asked, charges, lostAnswers }];
    }),
  );
  const known = new Set(runs.map(({ run_id }) => run_id));
  const strayMails = sent.filter(({ tags }) => !known.has(tags["run_id"] ?? "")).length;
  const usage = await scan(db, "usage");
  const unsettled = fates.filter((fate) => fate.runs.length === 0 || fate.runs.some((run) => !isSettled(run)));
  return { fates, unsettled, usage, strayMails };
}

/** True at rest, with nothing of the run left in usage. A draft is still waiting for its owner's action. */
function isSettled(run: Run): boolean {
  return isAtRest(run) && run.state !== "drafted" && run.reserved_on === undefined;
}

async function scan(db: DynamoDBDocumentClient, TableName: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ConsistentRead: true }))
    rows.push(...Items);
  return rows;
}
