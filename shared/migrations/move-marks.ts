import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, paginateScan, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { findTable } from "../aws/find-table.ts";
import { UserStore } from "../users/user-store.ts";
import { OLD_KINDS } from "./old-kinds.ts";

export type Move = {
  /** The prefix of the stack's resource names. */
  prefix: string;
  /** False only tells what there is. */
  doIt: boolean;
};
type Clients = { dynamo: DynamoDBClient; db: DynamoDBDocumentClient };
type Kind = (typeof OLD_KINDS)[number];

const row = z.looseObject({ user_id: z.string(), day: z.string() });
type Row = z.infer<typeof row>;

/**
 * Moves the marks of a stack from before they had tables of their own. Safe to do again, also after it was stopped: each
 * row is copied before it is deleted, and what the new table knows already stays.
 */
export async function moveMarks({ prefix, doIt }: Move, { dynamo, db }: Clients, say: (line: string) => void) {
  const nameOf = async (id: string) => {
    const name = await findTable(`${prefix}Tables${id}`, dynamo);
    if (name === undefined) throw new Error(`There is no table whose name begins with "${prefix}Tables${id}".`);
    return name;
  };
  const usage = await nameOf("Usage");
  const isLiving = livingIn(new UserStore(db, await nameOf("Users")));
  for (const kind of OLD_KINDS) {
    const table = await nameOf(kind.table);
    let count = 0;
    for await (const old of rowsOf(kind, usage, db)) {
      // The rows of an account that is being deleted stay in the old table, where account-deletion deletes them.
      if (!(await isLiving(old.user_id))) continue;
      count += 1;
      if (!doIt) continue;
      await copy(old, kind, table, db);
      await db.send(new DeleteCommand({ TableName: usage, Key: { user_id: old.user_id, day: old.day } }));
    }
    say(`${kind.prefix} ${count} ${doIt ? "moved" : "to move"}`);
  }
  if (!doIt) say("Nothing was changed. Add --yes to do it.");
}

async function* rowsOf({ prefix }: Kind, TableName: string, client: DynamoDBDocumentClient): AsyncGenerator<Row> {
  const scan = {
    TableName,
    FilterExpression: "begins_with(#day, :prefix)",
    ExpressionAttributeNames: { "#day": "day" },
    ExpressionAttributeValues: { ":prefix": prefix },
  };
  for await (const { Items = [] } of paginateScan({ client }, scan)) yield* Items.map((item) => row.parse(item));
}

/** A set is joined with the new one; any other value is written where the new row has none. */
async function copy({ user_id, day, ...values }: Row, { key }: Kind, TableName: string, db: DynamoDBDocumentClient) {
  const fields = Object.entries(values).map(([name, value], i) => ({ name, value, i }));
  const sets = fields.filter(({ value }) => !(value instanceof Set));
  const adds = fields.filter(({ value }) => value instanceof Set);
  if (fields.length === 0) return;
  const parts = [
    sets.length > 0 && `SET ${sets.map(({ i }) => `#n${i} = if_not_exists(#n${i}, :v${i})`).join(", ")}`,
    adds.length > 0 && `ADD ${adds.map(({ i }) => `#n${i} :v${i}`).join(", ")}`,
  ];
  await db.send(
    new UpdateCommand({
      TableName,
      Key: { user_id, ...key(day) },
      UpdateExpression: parts.filter(Boolean).join(" "),
      ExpressionAttributeNames: Object.fromEntries(fields.map(({ name, i }) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(fields.map(({ value, i }) => [`:v${i}`, value])),
    }),
  );
}

/** Asks for each user once: a user's rows stand together. */
function livingIn(users: UserStore): (id: string) => Promise<boolean> {
  let last: { id: string; living: boolean } | undefined;
  return async (id) => {
    if (last?.id !== id) {
      const user = await users.get(id);
      last = { id, living: user !== undefined && user.deleting_at === undefined };
    }
    return last.living;
  };
}
