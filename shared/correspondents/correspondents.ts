import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { RowReader } from "../aws/row-reader.ts";
import { BlockList } from "./block-list.ts";
import { CorrespondentCaps } from "./caps.ts";
import { WireIds } from "./wire-ids.ts";

/** Everything stored about an agent's correspondents: rows of the tables of blocks and marks, keyed by the agent's owner. */
export type Correspondents = { caps: CorrespondentCaps; blocked: BlockList; wireIds: WireIds };

/** The names of the tables. Each has one function that writes it, but that an owner's own word deletes a block. */
export type CorrespondentTables = { runnerMarks: string; deliveryMarks: string; blocked: string };

/** @param reads how rows are read by their keys */
export function correspondentsIn(
  db: DynamoDBDocumentClient,
  tables: CorrespondentTables,
  reads?: RowReader,
): Correspondents {
  return {
    caps: new CorrespondentCaps(db, tables.runnerMarks, reads),
    blocked: new BlockList(db, tables.blocked, reads),
    wireIds: new WireIds(db, tables.deliveryMarks),
  };
}
