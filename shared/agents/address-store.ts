import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { readTagged } from "../mail/tag.ts";

/** The agent that an e-mail address belongs to. An address is never given out again, so a retired one keeps its row. */
const address = z.object({
  address: z.string(),
  user_id: z.string(),
  agent_id: z.string(),
  /** False for an agent that answers no mails: the router leaves those that get no answer to the runner. */
  answers: z.optional(z.boolean()),
  /** The time when the address was retired. */
  until: z.optional(z.string()),
});
export type Address = z.infer<typeof address>;

export class AddressStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** False when the address belongs, or ever belonged, to another agent. */
  async claim(row: Address): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: row,
          // The SDK may repeat a write whose answer was lost, so an agent may claim its own address again.
          ConditionExpression: "attribute_not_exists(address) OR agent_id = :agent",
          ExpressionAttributeValues: { ":agent": row.agent_id },
        }),
      ),
    );
    return written !== undefined;
  }

  /**
   * The agent of an address, with or without a tag, even if the address is retired. The read is consistent, so that a
   * new agent's first mail finds it. Senders write what they like, so only an address of our form becomes a table key.
   */
  async find(recipient: string): Promise<(Address & { tag: string | undefined }) | undefined> {
    const ours = readTagged(recipient);
    if (ours === undefined) return undefined;
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { address: ours.address }, ConsistentRead: true }),
    );
    return Item && { ...address.parse(Item), tag: ours.tag };
  }

  /** Retires the address from `now` on. A repetition changes nothing. */
  async retire(row: Pick<Address, "address" | "agent_id">, now: Date): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { address: row.address },
        UpdateExpression: "SET #until = if_not_exists(#until, :now)",
        ConditionExpression: "agent_id = :agent",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: { ":now": now.toISOString(), ":agent": row.agent_id },
      }),
    );
  }
}
