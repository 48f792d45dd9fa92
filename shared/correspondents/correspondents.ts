import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { BlockList } from "./block-list.ts";
import { CorrespondentCaps } from "./caps.ts";
import { Complaints } from "./complaints.ts";
import { WireIds } from "./wire-ids.ts";

/** Everything stored about an agent's correspondents: rows of the usage table, keyed by the agent's owner. */
export type Correspondents = {
  caps: CorrespondentCaps;
  blocked: BlockList;
  complaints: Complaints;
  wireIds: WireIds;
};

export function correspondentsIn(db: DynamoDBDocumentClient, usageTable: string): Correspondents {
  return {
    caps: new CorrespondentCaps(db, usageTable),
    blocked: new BlockList(db, usageTable),
    complaints: new Complaints(db, usageTable),
    wireIds: new WireIds(db, usageTable),
  };
}
