import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { hashId } from "../ids.ts";

/** Longer than a correspondent takes to answer. Later, only References identify the thread. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;

/** The two sides of one of our mails. Its recipient may answer it; a stranger who learns its id finds nothing. */
export type Between = { userId: string; agentId: string; correspondent: string };

const row = z.object({ root: z.string() });

/**
 * Finds the thread of one of our mails by its SES id, for mail programs that send In-Reply-To without References. The
 * rows are in the table of delivery marks under `wire:…` and expire.
 */
export class WireIds {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async remember(between: Between, sesId: string, root: string, now: Date): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(between, sesId),
        UpdateExpression: "SET root = :root, expires_at = :until",
        ExpressionAttributeValues: { ":root": root, ":until": Math.floor(now.getTime() / 1000) + KEPT_SECONDS },
      }),
    );
  }

  /** The root key of the thread; undefined if no such mail went between these two. */
  async rootOf(between: Between, sesId: string): Promise<string | undefined> {
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#table, Key: keyOf(between, sesId) }));
    return Item && row.parse(Item).root;
  }
}

function keyOf({ userId, agentId, correspondent }: Between, sesId: string) {
  return { user_id: userId, mark: `wire:${hashId(agentId, correspondent.toLowerCase(), sesId)}` };
}
