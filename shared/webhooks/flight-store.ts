import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import type { Endpoint } from "./endpoint.ts";

/** How a call to an endpoint went. `quietUntil`: no further call before that time. */
export type FlightOutcome = { ok: boolean; status: number | null; quietUntil?: Date | undefined };

/** The places for calls that are under way to one endpoint, and what they say of its health. */
export class FlightStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * Takes a place for one call on top of the row that was read, and frees those whose callers have died.
   * @returns false if another call changed the places since the row was read, or the row is gone
   */
  async take(row: Endpoint, flight: string, until: Date, now: Date): Promise<boolean> {
    const dead = Object.keys(row.in_flight).filter((id) => id !== flight && !isUnderWay(row, id, now));
    const Key = { user_id: row.user_id, webhook_id: row.webhook_id };
    // A row from before its first call has no map of flights, and a path into it would be refused.
    const first = row.flight_version === 0;
    const set = first ? "in_flight = :map" : "in_flight.#flight = :until";
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key,
          UpdateExpression: `SET ${set}, flight_version = :next${
            first || dead.length === 0 ? "" : ` REMOVE ${dead.map((_, i) => `in_flight.#d${i}`).join(", ")}`
          }`,
          ConditionExpression: first
            ? "attribute_exists(webhook_id) AND (attribute_not_exists(flight_version) OR flight_version = :version)"
            : "flight_version = :version",
          ...(!first && {
            ExpressionAttributeNames: {
              "#flight": flight,
              ...Object.fromEntries(dead.map((id, i) => [`#d${i}`, id])),
            },
          }),
          ExpressionAttributeValues: {
            ":version": row.flight_version,
            ":next": row.flight_version + 1,
            ...(first ? { ":map": { [flight]: until.toISOString() } } : { ":until": until.toISOString() }),
          },
        }),
      ),
    );
    return written !== undefined;
  }

  /** Frees the place and records how the call went. An endpoint that was deleted meanwhile stays deleted. */
  async land(row: Endpoint, flight: string, { ok, status, quietUntil }: FlightOutcome, now: Date): Promise<void> {
    // The owner may have set the count back, and then a new time of failing begins.
    const since = row.failures === 0 ? ":now" : "if_not_exists(failing_since, :now)";
    const health = ok
      ? "failures = :none, last_success_at = :now"
      : `failures = if_not_exists(failures, :none) + :one, failing_since = ${since}`;
    const quiet = quietUntil === undefined ? "" : ", quiet_until = :quiet";
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: row.user_id, webhook_id: row.webhook_id },
          UpdateExpression:
            `SET ${health}, last_attempt_at = :now, last_status = :status, flight_version = flight_version + :one${quiet}` +
            ` REMOVE in_flight.#flight${ok ? ", failing_since, quiet_until" : ""}`,
          ConditionExpression: "attribute_exists(webhook_id)",
          ExpressionAttributeNames: { "#flight": flight },
          ExpressionAttributeValues: {
            ":none": 0,
            ":one": 1,
            ":now": now.toISOString(),
            ":status": status,
            ...(quietUntil && { ":quiet": quietUntil.toISOString() }),
          },
        }),
      ),
    );
  }
}

/** True while the call may still be running. */
export function isUnderWay({ in_flight }: Pick<Endpoint, "in_flight">, flight: string, now: Date): boolean {
  const until = in_flight[flight];
  return until !== undefined && until > now.toISOString();
}
