import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";

/** Actions that a user may take a limited number of times in a UTC clock hour. The name is part of a key. */
export type Allowance = { name: string; perHour: number };

/** Enough to paste a key wrong a few times, and of no use to somebody who tries stolen ones. */
export const KEY_CHECKS = { name: "key-checks", perHour: 20 } as const satisfies Allowance;

/** Enough to try instructions out; each costs its owner a call. */
export const TEST_MAILS = { name: "test-mails", perHour: 20 } as const satisfies Allowance;

/**
 * Whether an address is free cannot be kept secret from whoever may claim it. Enough to try names out while typing, and
 * too few to find out who is here.
 */
export const ADDRESS_CHECKS = { name: "address-checks", perHour: 120 } as const satisfies Allowance;

/** A name that was claimed once is nobody else's for ever, so that nobody takes them by the thousand. */
export const ADDRESS_CLAIMS = { name: "address-claims", perHour: 20 } as const satisfies Allowance;

const HOUR_SECONDS = 3_600;

/** Counts what each user does in an hour: one row for each hour, which expires. */
export class HourlyLimit {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #allowance: Allowance;

  constructor(db: DynamoDBDocumentClient, table: string, allowance: Allowance) {
    this.#db = db;
    this.#table = table;
    this.#allowance = allowance;
  }

  /**
   * Counts one more. The SDK may repeat a write and count one too many, which costs the user one of the hour.
   * @returns seconds until the next hour begins when this one is used up; undefined when it was counted
   */
  async take(userId: string, now: Date): Promise<number | undefined> {
    const { name, perHour } = this.#allowance;
    const hour = now.toISOString().slice(0, 13);
    const begin = Date.parse(`${hour}:00:00Z`) / 1000;
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId, hour: `${name}:${hour}` },
          UpdateExpression: "SET expires_at = :until ADD taken :one",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :max",
          ExpressionAttributeValues: { ":one": 1, ":max": perHour, ":until": begin + 2 * HOUR_SECONDS },
        }),
      ),
    );
    return written === undefined ? begin + HOUR_SECONDS - Math.floor(now.getTime() / 1000) : undefined;
  }
}
