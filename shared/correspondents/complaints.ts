import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { hashId } from "../ids.ts";

const WINDOW_DAYS = 30;

/**
 * SES puts an account under review at this rate, and all users' agents share one account.
 * https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html
 */
const MAX_RATE = 0.001;

/**
 * One or two people who press the wrong button prove nothing: one complaint about 100 mails is already ten times the
 * rate.
 */
const MIN_COMPLAINTS = 3;

/** True if an agent causes so many complaints that it must stop. Both counts cover the same days. */
export function isTooMany(complaints: number, mails: number): boolean {
  return complaints >= MIN_COMPLAINTS && complaints > mails * MAX_RATE;
}

/** The first day of the window that ends with `now`, `YYYY-MM-DD`. */
export function windowStart(now: Date): string {
  return new Date(now.getTime() - WINDOW_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** The complaints about one agent's answers: a set in one row of the delivery marks, so that none is counted twice. */
export class Complaints {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * Adds the complaint about one run, answered on `day`. @returns the number of complaints in the window that ends now
   */
  async add(userId: string, agentId: string, runId: string, day: string, now: Date): Promise<number> {
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { user_id: userId, mark: `complaints:${agentId}` },
        UpdateExpression: "SET expires_at = :until ADD runs :run",
        ExpressionAttributeValues: {
          ":run": new Set([`${day}:${hashId(runId)}`]),
          ":until": Math.floor(now.getTime() / 1000) + 2 * WINDOW_DAYS * 86_400,
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    const runs: unknown = Attributes?.["runs"];
    const first = windowStart(now);
    return runs instanceof Set ? [...runs].filter((run) => String(run) >= first).length : 0;
  }
}
