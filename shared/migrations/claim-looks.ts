import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { AddressClaims } from "../agents/address-claims.ts";
import { addressRow } from "../agents/address-store.ts";
import { findTable } from "../aws/find-table.ts";

export type ClaimLooks = {
  /** What the names of the stack's resources begin with. */
  prefix: string;
  mailDomain: string;
  /** False only tells what there is. */
  doIt: boolean;
};
type Clients = { dynamo: DynamoDBClient; db: DynamoDBDocumentClient };

const keyed = z.object({ address: z.string() });

/**
 * Gives the owners of addresses from before addresses were chosen the looks of these, so that nobody chooses a look-alike.
 * Safe to do again. A look that another owner has claimed meanwhile stays theirs.
 */
export async function claimLooks(
  { prefix, mailDomain, doIt }: ClaimLooks,
  { dynamo, db }: Clients,
  say: (line: string) => void,
): Promise<void> {
  const table = await findTable(`${prefix}TablesAddresses`, dynamo);
  if (table === undefined) throw new Error(`There is no table whose name begins with "${prefix}TablesAddresses".`);
  const claims = new AddressClaims(db, table, mailDomain);
  const counts = { addresses: 0, claimed: 0, others: 0 };
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: table })) {
    for (const item of Items) {
      if (!keyed.parse(item).address.endsWith(`@${mailDomain}`)) continue;
      counts.addresses += 1;
      if (!doIt) continue;
      if (await claims.claimLook(addressRow.parse(item))) counts.claimed += 1;
      else counts.others += 1;
    }
  }
  if (!doIt) return say(`${counts.addresses} addresses. Nothing was changed. Add --yes to do it.`);
  say(`${counts.addresses} addresses: ${counts.claimed} looks are their owners', ${counts.others} another owner's.`);
}
