import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";

/** Replies of all owners together, in an hour and a day by the UTC clock; one owner gets `ownerShare` percent of each. */
export type ReplyLimits = { perHour: number; perDay: number; ownerShare: number };

/** The cap that has no room for another reply, and when it has again. */
export type Full = { cap: "owner_cap" | "platform_cap"; until: Date };

type Bounds = Pick<ReplyLimits, "perHour" | "perDay">;

/** Users' ids are UUIDs from Cognito, so no user has this row. */
const EVERYBODY = "platform";
/** After this many hours from the start of the day, nothing is counted in its row any more, and it may expire. */
const KEPT_HOURS = 48;
const HOUR_MS = 60 * 60_000;

/**
 * Caps the replies of all owners together, so that a flood at some agents does not use up SES's sending quota for
 * everybody, and the share of one owner. There is one row a day for the platform and one for each owner, among the
 * runner's marks under `cap:…`, which expire. The platform's row is not sharded, because one item takes 1,000 writes a
 * second, and SES takes some dozens of mails.
 */
export class ReplyCaps {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;
  readonly #platform: Bounds;
  readonly #owner: Bounds;

  /** @param reads how rows are read by their keys */
  constructor(
    db: DynamoDBDocumentClient,
    table: string,
    { perHour, perDay, ownerShare }: ReplyLimits,
    reads: RowReader = readOneByOne(db),
  ) {
    const shareOf = (limit: number) => Math.max(1, Math.floor((limit * ownerShare) / 100));
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
    this.#platform = { perHour, perDay };
    this.#owner = { perHour: shareOf(perHour), perDay: shareOf(perDay) };
  }

  /** The cap that is full at this moment, without counting anything. */
  async full(userId: string, now: Date): Promise<Full | undefined> {
    const [ofOwner, ofAll] = await Promise.all([
      this.#fullUntil(userId, this.#owner, now),
      this.#fullUntil(EVERYBODY, this.#platform, now),
    ]);
    if (ofOwner) return { cap: "owner_cap", until: ofOwner };
    return ofAll && { cap: "platform_cap", until: ofAll };
  }

  /**
   * Counts one reply that is about to leave. The SDK may repeat a write, and count one too many.
   * @returns the cap that has no room for it, where nothing was counted; undefined when it may leave
   */
  async take(userId: string, now: Date): Promise<Full | undefined> {
    // The owner first: one who has used up the share takes nothing of everybody's.
    if (!(await this.#add(userId, this.#owner, now))) return this.#refused("owner_cap", userId, this.#owner, now);
    if (await this.#add(EVERYBODY, this.#platform, now)) return undefined;
    await this.#takeBack(userId, now);
    return this.#refused("platform_cap", EVERYBODY, this.#platform, now);
  }

  /** Takes a reply off that did not leave. @param at when it was counted */
  async giveBack(userId: string, at: Date): Promise<void> {
    await Promise.all([this.#takeBack(userId, at), this.#takeBack(EVERYBODY, at)]);
  }

  async #add(userId: string, { perHour, perDay }: Bounds, now: Date): Promise<boolean> {
    const { key, hour, expires } = rowOf(userId, now);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: key,
          UpdateExpression: "SET expires_at = :until ADD #day :one, #hour :one",
          ConditionExpression:
            "(attribute_not_exists(#day) OR #day < :per_day) AND (attribute_not_exists(#hour) OR #hour < :per_hour)",
          ExpressionAttributeNames: { "#day": "total", "#hour": hour },
          ExpressionAttributeValues: { ":until": expires, ":one": 1, ":per_day": perDay, ":per_hour": perHour },
        }),
      ),
    );
    return written !== undefined;
  }

  async #takeBack(userId: string, at: Date): Promise<void> {
    const { key, hour, expires } = rowOf(userId, at);
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: key,
        UpdateExpression: "SET expires_at = :until ADD #day :less, #hour :less",
        ExpressionAttributeNames: { "#day": "total", "#hour": hour },
        ExpressionAttributeValues: { ":until": expires, ":less": -1 },
      }),
    );
  }

  /** A reply that was given back meanwhile may have made room: then an hour at the most is waited for nothing. */
  async #refused(cap: Full["cap"], userId: string, bounds: Bounds, now: Date): Promise<Full> {
    return { cap, until: (await this.#fullUntil(userId, bounds, now)) ?? nextHour(now) };
  }

  async #fullUntil(userId: string, { perHour, perDay }: Bounds, now: Date): Promise<Date | undefined> {
    const { key, hour } = rowOf(userId, now);
    const row = (await this.#reads.get(this.#table, key)) ?? {};
    if (Number(row["total"] ?? 0) >= perDay) return nextDay(now);
    return Number(row[hour] ?? 0) >= perHour ? nextHour(now) : undefined;
  }
}

function rowOf(userId: string, at: Date) {
  const [day = "", time = ""] = at.toISOString().split("T");
  return {
    key: { user_id: userId, mark: `cap:${day}:replies` },
    hour: `h${time.slice(0, 2)}`,
    expires: Date.parse(day) / 1000 + KEPT_HOURS * 60 * 60,
  };
}

function nextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS);
}

function nextDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / (24 * HOUR_MS)) + 1) * 24 * HOUR_MS);
}
