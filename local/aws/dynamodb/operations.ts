import { createRequire } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
import conditionParser from "dynalite/db/conditionParser.js";
import projectionParser from "dynalite/db/projectionParser.js";
import updateParser from "dynalite/db/updateParser.js";
import { checkTypes, checkValidations, toLowerFirst } from "dynalite/validations/index.js";
import * as z from "zod";
import { addIndex } from "./add-index.ts";
import type { DynaliteStore, Run } from "./dynalite-store.ts";
import { rememberExpressions } from "./expression-cache.ts";
import { cancelled, itemOf, NAMED_TWICE, transactedWrites, transaction } from "./transact-write.ts";

type Callback = (error: unknown, answer?: object | string) => void;
type Operation = {
  validation: { types: object; custom?: unknown };
  run: (store: DynaliteStore, call: object, done: Callback) => void;
};

/** All operations that dynalite has. */
const NAMES = [
  "BatchGetItem",
  "BatchWriteItem",
  "CreateTable",
  "DeleteItem",
  "DeleteTable",
  "DescribeTable",
  "DescribeTimeToLive",
  "GetItem",
  "ListTables",
  "PutItem",
  "Query",
  "Scan",
  "TagResource",
  "UntagResource",
  "ListTagsOfResource",
  "UpdateItem",
  "UpdateTable",
];

/** These change items, and their indexes with them. */
const WRITES = new Set(["BatchWriteItem", "DeleteItem", "PutItem", "UpdateItem"]);

for (const parser of [conditionParser, projectionParser, updateParser]) rememberExpressions(parser);

const require = createRequire(import.meta.url);

const OPERATIONS = new Map<string, Operation>(
  NAMES.map((name) => {
    const file = toLowerFirst(name);
    return [name, { validation: require(`dynalite/validations/${file}`), run: require(`dynalite/actions/${file}`) }];
  }),
);

const refusal = z.object({ statusCode: z.number(), body: z.looseObject({}) });

export type OperationAnswer = { status: number; body: object | string };

const UNKNOWN = { __type: "com.amazon.coral.service#UnknownOperationException" };

/**
 * Handles one DynamoDB call with dynalite's rules, errors and expressions. @throws Error that is not an answer of
 * DynamoDB
 */
export async function answerOperation(store: DynaliteStore, name: string, given: object): Promise<OperationAnswer> {
  try {
    if (name === "TransactWriteItems") return { status: 200, body: writeTogether(store, given) };
    const indexed = name === "UpdateTable" ? addIndex(store, given) : undefined;
    if (indexed) return { status: 200, body: indexed };
    const operation = OPERATIONS.get(name);
    if (!operation) return { status: 400, body: UNKNOWN };
    const run = prepared(store, operation, given);
    if (WRITES.has(name)) return { status: 200, body: store.atOnce(run) };
    const { promise, resolve, reject } = Promise.withResolvers<object | string>();
    run((error, answer = {}) => (error ? reject(error) : resolve(answer)));
    const body = await promise;
    // dynalite creates, changes or deletes a table shortly after its answer. Here the table is usable with the answer.
    if (name.endsWith("Table")) await delay(1);
    return { status: 200, body };
  } catch (error) {
    const refused = refusal.safeParse(error);
    if (!refused.success) throw error;
    return { status: refused.data.statusCode, body: refused.data.body };
  }
}

/** @throws dynalite's refusal of a call that has not the form of the operation */
function prepared(store: DynaliteStore, { validation, run }: Operation, given: object): Run {
  const call = checkTypes(given, validation.types);
  checkValidations(call, validation.types, validation.custom, store);
  return (done) => run(store, call, done);
}

/** dynalite has no transactions. Its single writes become one here, since all of them are at once in SQLite. */
function writeTogether(store: DynaliteStore, given: object): object {
  const writes = transactedWrites(transaction.parse(given));
  const items = writes.flatMap((write) => itemOf(write, store.tableDb.known(write.call.TableName)) ?? []);
  if (new Set(items).size < items.length) throw NAMED_TWICE;
  const runs = writes.map(({ operation, call }) => {
    const single = OPERATIONS.get(operation);
    if (single === undefined) throw new Error(`dynalite has no ${operation}.`);
    return prepared(store, single, call);
  });
  store.allAtOnce(runs, (errors) => cancelled(errors) ?? errors.find(Boolean));
  return {};
}
