import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { hashId } from "../ids.ts";
import { isPublicMailbox } from "../mail/public-mailboxes.ts";
import { domainKey, mailboxKey } from "./mailbox-key.ts";

/** How many answers one agent may give: to one correspondent per hour and per day, and to one domain per hour. */
export type CapLimits = { perHour: number; perDay: number; perDomainPerHour: number };

/** The answer to count. Its hour and day are those of its mail's arrival, so a retry uses the same rows. */
export type CappedAnswer = { userId: string; agentId: string; runId: string; receivedAt: string; to: string };

type Count = { name: string; limit: number };

const HOUR = 60 * 60;

/**
 * The last defence against mail loops without marks: counters per correspondent and per domain, which expire, in the
 * runner's marks under `cap:…`. Each count is one conditional write on one row. The row contains the runs that it
 * counted, so a run is counted once however often it is tried; the limits keep that set small.
 */
export class CorrespondentCaps {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** Counts the answer. @returns the cap that it would exceed; undefined if it may be sent */
  async take(answer: CappedAnswer, limits: CapLimits): Promise<"correspondent_cap" | "domain_cap" | undefined> {
    const { agentId, receivedAt, to } = answer;
    const day = receivedAt.slice(0, 10);
    const hour = receivedAt.slice(0, 13);
    const perMailbox = [
      { name: "total", limit: limits.perDay },
      { name: `h${hour.slice(11)}`, limit: limits.perHour },
    ];
    // The mailbox is counted first, so that a mailbox over its own cap uses nothing of its domain's cap.
    const mailboxRow = { key: `cap:${day}:${mailboxKey(agentId, to)}`, begins: `${day}T00:00:00Z`, seconds: 48 * HOUR };
    if (!(await this.#count(answer, mailboxRow, perMailbox))) return "correspondent_cap";
    if (await isPublicMailbox(to)) return undefined;
    const domainRow = { key: `cap:${hour}:${domainKey(agentId, to)}`, begins: `${hour}:00:00Z`, seconds: 24 * HOUR };
    const perDomain = [{ name: "total", limit: limits.perDomainPerHour }];
    return (await this.#count(answer, domainRow, perDomain)) ? undefined : "domain_cap";
  }

  async #count(
    { userId, runId }: CappedAnswer,
    row: { key: string; begins: string; seconds: number },
    counts: Count[],
  ): Promise<boolean> {
    const key = { user_id: userId, mark: row.key };
    const run = hashId(runId).slice(0, 16);
    const below = counts.map((_, i) => `(attribute_not_exists(#c${i}) OR #c${i} < :l${i})`);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: key,
          UpdateExpression: `SET expires_at = :until ADD runs :run, ${counts.map((_, i) => `#c${i} :one`).join(", ")}`,
          ConditionExpression: `(attribute_not_exists(runs) OR NOT contains(runs, :id)) AND ${below.join(" AND ")}`,
          ExpressionAttributeNames: Object.fromEntries(counts.map(({ name }, i) => [`#c${i}`, name])),
          ExpressionAttributeValues: {
            ":until": Date.parse(row.begins) / 1000 + row.seconds,
            ":run": new Set([run]),
            ":id": run,
            ":one": 1,
            ...Object.fromEntries(counts.map(({ limit }, i) => [`:l${i}`, limit])),
          },
        }),
      ),
    );
    if (written !== undefined) return true;
    const counted = (await this.#reads.get(this.#table, key))?.["runs"];
    return counted instanceof Set && counted.has(run);
  }
}
