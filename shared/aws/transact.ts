import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { LatchkeyError } from "../errors.ts";

export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Another writer of the same row was at work; a moment later it is not. */
const TRIES = 4;

/**
 * Writes all of the items, or none.
 * @returns which of the conditions failed, one entry for each item; undefined when all was written
 * @throws LatchkeyError `unavailable` while other writers keep the rows busy
 */
export async function transact(db: DynamoDBDocumentClient, items: TransactItem[]): Promise<boolean[] | undefined> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const codes = await cancellation(db, items);
    if (codes === undefined) return undefined;
    if (codes.includes("ConditionalCheckFailed")) return codes.map((code) => code === "ConditionalCheckFailed");
    await pause(tried);
  }
  throw new LatchkeyError("unavailable");
}

/**
 * The code of each item, "None" for one that was not at fault; undefined when all was written. The SDK sends a token of
 * its own with the call, so a repetition whose first answer was lost writes nothing twice.
 */
async function cancellation(db: DynamoDBDocumentClient, TransactItems: TransactItem[]): Promise<string[] | undefined> {
  try {
    await db.send(new TransactWriteCommand({ TransactItems }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code = "None" }) => Code);
    // A throttled table and a busy row pass; what else there is (an item too large) is a bug.
    const passes = ["None", "ConditionalCheckFailed", "TransactionConflict", "ThrottlingError"];
    if (codes.length === 0 || codes.some((code) => !passes.includes(code))) throw error;
    return codes;
  }
}

/** A random time keeps two writers that met from meeting again. */
function pause(tried: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, tried * (20 + Math.random() * 40)));
}
