import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { type TransactItem, transact } from "../aws/transact.ts";
import { hashId } from "../ids.ts";
import { domainOf, localPartOf } from "../mail/address.ts";
import { skeleton } from "./address-skeleton.ts";
import { type Address, addressRow } from "./address-store.ts";

/**
 * Who may use names that look like this one, for ever. The key is a hash, so the row tells nothing about an address that
 * is gone. It holds the ids of its first owner and the hashes of the addresses that they gave up.
 */
const look = z.object({ user_id: z.string(), gone: z.optional(z.set(z.string())) });

/** Why a claim failed: the address itself is or was somebody's, or one that looks like it. */
export type ClaimFault = "taken" | "misleading";

/** Claims addresses and ends them. On the domain that all owners share, no two of them have addresses that look alike. */
export class AddressClaims {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #sharedDomain: string;

  /** @param sharedDomain the one on which addresses of all owners stand, and may not look alike */
  constructor(db: DynamoDBDocumentClient, table: string, sharedDomain: string) {
    this.#db = db;
    this.#table = table;
    this.#sharedDomain = sharedDomain;
  }

  /** Why this user cannot claim an address; undefined if they can. `yours`: it leads to an agent of theirs. */
  async faultOf(userId: string, wanted: string): Promise<ClaimFault | "yours" | undefined> {
    const [row, other] = await Promise.all([this.#get(wanted), this.#lookOf(wanted)]);
    const found = row && addressRow.parse(row);
    if (found !== undefined && found.user_id !== userId) return "taken";
    if (found !== undefined && found.until === undefined) return "yours";
    if (other === undefined || other.user_id === userId) return undefined;
    return other.gone?.has(hashId(wanted)) ? "taken" : "misleading";
  }

  /**
   * The writes that claim an address. They are one transaction together with the caller's own, so that of two owners
   * who ask at once one gets it, and a crash leaves nothing half claimed.
   */
  claims(row: Address): Claim {
    const lookKey = this.#lookKey(row.address);
    const { address: _, ...ids } = row;
    const items: TransactItem[] = [
      {
        Put: {
          TableName: this.#table,
          Item: row,
          // An agent may claim its own address again, and an owner one that an older release has retired.
          ConditionExpression:
            "attribute_not_exists(address) OR agent_id = :agent OR (user_id = :user AND attribute_exists(#until))",
          ExpressionAttributeNames: { "#until": "until" },
          ExpressionAttributeValues: { ":agent": row.agent_id, ":user": ids.user_id },
        },
      },
    ];
    if (lookKey !== undefined) {
      items.push({
        Update: {
          TableName: this.#table,
          Key: { address: lookKey },
          UpdateExpression: "SET user_id = :user",
          ConditionExpression: "attribute_not_exists(address) OR user_id = :user",
          ExpressionAttributeValues: { ":user": ids.user_id },
        },
      });
    }
    return { items, fault: ([isTaken = false, isMisleading = false]) => claimFault(isTaken, isMisleading) };
  }

  /** Claims an address by itself. Undefined when it is now this agent's. */
  async claim(row: Address): Promise<ClaimFault | undefined> {
    const { items, fault } = this.claims(row);
    const failed = await transact(this.#db, items);
    return failed && fault(failed);
  }

  /** The write that lets an address of this agent end at that time, or go on where there is none. */
  endsAt(row: Pick<Address, "address" | "agent_id">, endsAt: string | undefined): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: { address: row.address },
        UpdateExpression: endsAt === undefined ? "REMOVE ends_at" : "SET ends_at = :end",
        ConditionExpression: "agent_id = :agent",
        ExpressionAttributeValues: { ":agent": row.agent_id, ...(endsAt !== undefined && { ":end": endsAt }) },
      },
    };
  }

  /**
   * The write that ends an address of this agent and deletes its row. What stays is who may use the look of the name,
   * which is written first: alone it changes nothing, since this owner has it already.
   */
  async release(row: Pick<Address, "address" | "agent_id" | "user_id">, now: Date): Promise<TransactItem> {
    const Key = { address: row.address };
    const own = {
      TableName: this.#table,
      ConditionExpression: "attribute_not_exists(address) OR agent_id = :agent",
      ExpressionAttributeValues: { ":agent": row.agent_id },
    };
    if (await this.#keepLook(row)) return { Delete: { ...own, Key } };
    // An address of an older release, whose look another owner has claimed since: only its own row keeps it from them.
    return {
      Update: {
        ...own,
        Key,
        UpdateExpression: "SET #until = if_not_exists(#until, :now)",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: { ...own.ExpressionAttributeValues, ":now": now.toISOString() },
      },
    };
  }

  /** Ends an address by itself, with its agent's account. A repetition changes nothing. */
  async end(row: Pick<Address, "address" | "agent_id" | "user_id">, now: Date): Promise<void> {
    await transact(this.#db, [await this.release(row, now)]);
  }

  /** True when the owner keeps the look of the name for ever, or the name is on a domain of their own. */
  async #keepLook({ address: ended, user_id }: Pick<Address, "address" | "user_id">): Promise<boolean> {
    const key = this.#lookKey(ended);
    if (key === undefined) return true;
    const kept = new UpdateCommand({
      TableName: this.#table,
      Key: { address: key },
      UpdateExpression: "SET user_id = :user ADD gone :address",
      ConditionExpression: "attribute_not_exists(address) OR user_id = :user",
      ExpressionAttributeValues: { ":user": user_id, ":address": new Set([hashId(ended)]) },
    });
    return (await conditional(this.#db.send(kept))) !== undefined;
  }

  async #lookOf(wanted: string): Promise<z.infer<typeof look> | undefined> {
    const key = this.#lookKey(wanted);
    const row = key && (await this.#get(key));
    return row ? look.parse(row) : undefined;
  }

  /** No mail can be addressed to it, because of the colon. Undefined on a domain that has one owner. */
  #lookKey(of: string): string | undefined {
    const domain = domainOf(of);
    return domain === this.#sharedDomain ? `look:${hashId(skeleton(localPartOf(of)), domain)}` : undefined;
  }

  async #get(key: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { address: key }, ConsistentRead: true }),
    );
    return Item;
  }
}

/** `fault`: what is wrong, by which of the items' conditions failed. */
export type Claim = { items: TransactItem[]; fault: (failed: boolean[]) => ClaimFault | undefined };

function claimFault(isTaken: boolean, isMisleading: boolean): ClaimFault | undefined {
  if (isTaken) return "taken";
  return isMisleading ? "misleading" : undefined;
}
