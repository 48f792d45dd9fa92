import { expect, test } from "vitest";
import { documentedRows } from "../support/documented-rows.ts";
import { functionName, roleOf, statementsOf } from "./roles.ts";
import { resourcesOf } from "./template.ts";

const rows = documentedRows();
const tables = [...new Set(rows.map(({ table }) => table))];
const functions = resourcesOf("AWS::Lambda::Function").map((fn) => ({
  name: functionName(fn),
  statements: statementsOf(roleOf(fn[1])),
}));
const DELETER = "account-deletion";

const WRITES = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"];
const READS = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem"];
const DELETES = ["dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

/** The functions whose role allows one of the actions on the table or an index of it. */
function allowed(table: string, actions: string[]): string[] {
  const isOf = (resource: string) =>
    resource === `Tables${table}.Arn` || resource.startsWith(`Tables${table}.Arn/index/`);
  return functions
    .filter(({ statements }) =>
      statements.some(({ Resource, Action }) => Resource.some(isOf) && Action.some((one) => actions.includes(one))),
    )
    .map(({ name }) => name)
    .sort();
}

function listed(table: string, list: "writers" | "readers" | "deleters"): string[] {
  return [...new Set(rows.filter((row) => row.table === table).flatMap((row) => row[list]))].sort();
}

test("the page lists every table of the template and no other", () => {
  const made = resourcesOf("AWS::DynamoDB::Table").map(([id]) => id.replace(/^Tables|[0-9A-F]{8}$/g, ""));
  expect(tables.toSorted()).toEqual(made.sort());
});

test.each(tables)("only the functions that the page names may write, read and delete %s", (table) => {
  expect(allowed(table, WRITES)).toEqual(listed(table, "writers"));
  expect(allowed(table, READS).filter((name) => name !== DELETER)).toEqual(listed(table, "readers"));
  expect(allowed(table, DELETES).filter((name) => name !== DELETER)).toEqual(listed(table, "deleters"));
});

test("account deletion may find and delete a user's rows in every table of users", () => {
  // A caller has no account, and the rows hold a hash for at most two days.
  for (const table of tables.filter((name) => name !== "CallerLimits")) {
    // Agents tell which addresses there are, and the token's own row tells the hash.
    if (table !== "Addresses" && table !== "ApiTokenOwners") expect(allowed(table, READS), table).toContain(DELETER);
    expect(allowed(table, DELETES), table).toContain(DELETER);
  }
  expect(allowed("CallerLimits", DELETES)).toEqual([]);
});
