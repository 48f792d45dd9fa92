import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type DomainRow, type Holder, holderRow } from "./domain.ts";

/** Which owner holds a domain. There is one row for a domain, so two owners cannot hold it at once. */
export class HolderStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async get(domain: string): Promise<Holder | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { domain }, ConsistentRead: true }),
    );
    return Item && holderRow.parse(Item);
  }

  /**
   * Gives the domain to a claim. Whoever is first has it.
   * @param instead the holder that may be replaced, as it was read: a lost proof, or one whose claim is gone
   * @returns false when somebody else holds the domain, or has just taken it
   */
  async take(
    { domain, user_id, claim_id, catch_all_agent }: DomainRow,
    instead: Holder | undefined,
    now: Date,
  ): Promise<boolean> {
    const row: Holder = { domain, user_id, claim_id, catch_all_agent, since: now.toISOString(), can_send: false };
    const written = await conditional(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: row,
          ConditionExpression: "attribute_not_exists(claim_id) OR claim_id = :mine OR claim_id = :instead",
          ExpressionAttributeValues: { ":mine": claim_id, ":instead": instead?.claim_id ?? "none" },
        }),
      ),
    );
    return written !== undefined;
  }

  /** Writes what may be done with the domain. It changes nothing once another claim holds it. */
  async update({ domain, claim_id, can_send, state }: DomainRow, now: Date): Promise<void> {
    const lost = state === "lost";
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { domain },
          UpdateExpression: lost
            ? "SET can_send = :send, lost_at = if_not_exists(lost_at, :now)"
            : "SET can_send = :send REMOVE lost_at",
          ConditionExpression: "claim_id = :mine",
          ExpressionAttributeValues: {
            ":mine": claim_id,
            ":send": can_send,
            ...(lost && { ":now": now.toISOString() }),
          },
        }),
      ),
    );
  }

  async setCatchAll({ domain, claim_id, catch_all_agent }: DomainRow): Promise<void> {
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { domain },
          UpdateExpression: "SET catch_all_agent = :agent",
          ConditionExpression: "claim_id = :mine",
          ExpressionAttributeValues: { ":mine": claim_id, ":agent": catch_all_agent },
        }),
      ),
    );
  }

  /** Lets go of the domain, if this claim holds it. */
  async release({ domain, claim_id }: Pick<DomainRow, "domain" | "claim_id">): Promise<void> {
    await conditional(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: { domain },
          ConditionExpression: "claim_id = :mine",
          ExpressionAttributeValues: { ":mine": claim_id },
        }),
      ),
    );
  }
}
