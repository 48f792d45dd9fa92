import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { hashId } from "../ids.ts";

/** Longer than a correspondent takes to answer; after it, only References can tell the thread. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;

/** Between whom a mail of ours went: whoever got it may answer it, and a stranger who learns its id finds nothing with it. */
export type Between = { userId: string; agentId: string; correspondent: string };

const row = z.object({ root: z.string() });

/**
 * Which thread a mail of ours belongs to, by SES's id of it: for mail programs that send In-Reply-To and no References.
 * The rows stand among the delivery marks under `wire:…` and expire.
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

  /** The root key of the thread; undefined when no such mail went between these two. */
  async rootOf(between: Between, sesId: string): Promise<string | undefined> {
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#table, Key: keyOf(between, sesId) }));
    return Item && row.parse(Item).root;
  }
}

function keyOf({ userId, agentId, correspondent }: Between, sesId: string) {
  return { user_id: userId, mark: `wire:${hashId(agentId, correspondent.toLowerCase(), sesId)}` };
}
