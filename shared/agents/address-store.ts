import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { readTagged } from "../mail/tag.ts";

/** The agent that an e-mail address leads to, for as long as it does. */
export const addressRow = z.object({
  address: z.string(),
  user_id: z.string(),
  agent_id: z.string(),
  /** False for an agent that answers no mails: the router leaves those that get no answer to the runner. */
  answers: z.optional(z.boolean()),
  /** When the owner lets the address end. */
  ends_at: z.optional(z.string()),
  /** The time when a release before chosen addresses retired it. */
  until: z.optional(z.string()),
});
export type Address = z.infer<typeof addressRow>;

/** Where mail to an address goes. AddressClaims gives addresses out. */
export class AddressStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * The agent of an address, with or without a tag, even if the address has ended. The read is consistent, so that a
   * new agent's first mail finds it. Senders write what they like, so only an address of our form becomes a table key.
   */
  async find(recipient: string): Promise<(Address & { tag: string | undefined }) | undefined> {
    const ours = readTagged(recipient);
    if (ours === undefined) return undefined;
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { address: ours.address }, ConsistentRead: true }),
    );
    return Item && { ...addressRow.parse(Item), tag: ours.tag };
  }
}

/** True while an address leads to its agent. What counts is when a mail came, not when somebody looks. */
export function isLive({ ends_at, until }: Pick<Address, "ends_at" | "until">, at: string): boolean {
  return until === undefined && (ends_at === undefined || at < ends_at);
}
