import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { redrive } from "../../infra/redrive/redrive.ts";
import { outgoingMail } from "../../local/mail/outbox.ts";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import type { LocalStack } from "../../local/stack.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import { type Run, run as runSchema } from "../../shared/runs/run.ts";

export type Verdict = {
  accepted: number;
  /** Accepted mails without a run, or with one that is not at rest. */
  lost: string[];
  answeredTwice: string[];
  paidOverTwice: string[];
  paidTwice: number;
  reservationsLeft: number;
  /** Messages that five kills in a row had hit, redriven as an operator would. */
  redriven: string[];
  states: Record<string, number>;
};

/** Waits until every accepted mail is at rest, or until the time is over, and reports the outcomes. */
export async function judge(stack: LocalStack, accepted: string[], waitMs: number): Promise<Verdict> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const db = DynamoDBDocumentClient.from(clients.dynamo);
  const deadline = Date.now() + waitMs;
  const redriven: string[] = [];
  const { sqs, dynamo } = clients;
  const say = (line: string) => void (/: [1-9]\d* dead$/.test(line) && redriven.push(line));
  try {
    for (;;) {
      await redrive({ prefix: "", held: undefined, doIt: true }, { sqs, dynamo, db }, say);
      const runs = await readRuns(db, stack.names["RUNS_TABLE"] ?? "");
      const verdict = { ...judged(runs, accepted, await sentRuns(stack.url)), redriven };
      if (verdict.lost.length + verdict.reservationsLeft === 0 || Date.now() > deadline) return verdict;
      await delay(1_000);
    }
  } finally {
    destroy(clients);
  }
}

function judged(runs: Run[], accepted: string[], sent: Map<string, number>): Omit<Verdict, "redriven"> {
  const byMail = new Map(runs.map((run) => [run.ses_message_id, run]));
  const ours = accepted.map((id) => byMail.get(id)).filter((run) => run !== undefined);
  const states: Record<string, number> = {};
  for (const { state, reason } of ours) {
    const name = reason === undefined ? state : `${state}: ${reason}`;
    states[name] = (states[name] ?? 0) + 1;
  }
  const payments = ({ calls_lost, answer }: Run) => calls_lost + (answer ? 1 : 0);
  return {
    accepted: accepted.length,
    lost: accepted.filter((id) => !isSettled(byMail.get(id))),
    answeredTwice: runs.filter(({ run_id }) => (sent.get(run_id) ?? 0) > 1).map(({ run_id }) => run_id),
    paidOverTwice: runs.filter((run) => payments(run) > 2).map(({ run_id }) => run_id),
    paidTwice: runs.filter((run) => payments(run) === 2).length,
    reservationsLeft: runs.filter((run) => run.reserved_on !== undefined).length,
    states,
  };
}

function isSettled(run: Run | undefined): boolean {
  return run !== undefined && isAtRest(run);
}

async function readRuns(db: DynamoDBDocumentClient, TableName: string): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ConsistentRead: true })) {
    runs.push(...Items.map((item) => runSchema.parse(item)));
  }
  return runs;
}

/** How many mails left for each run. The outbox is a file, which a kill leaves intact. */
async function sentRuns(url: string): Promise<Map<string, number>> {
  const mails = z.array(outgoingMail).parse(await (await fetch(`${url}/_local/outbox`)).json());
  const sent = new Map<string, number>();
  for (const { run_id } of mails) if (run_id !== null) sent.set(run_id, (sent.get(run_id) ?? 0) + 1);
  return sent;
}
