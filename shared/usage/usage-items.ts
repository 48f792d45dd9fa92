import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";

/** The changes of one write to an item, and the checks that must hold for it. */
export type Change = {
  /** An undefined value removes the attribute. */
  set?: Record<string, string | number | undefined>;
  add?: Record<string, number>;
  remove?: string[];
  when: Check[];
};
/** A missing counter passes an `atMost` check with any limit from 0 on. */
type Check = { absent: string } | { name: string; equals: string } | { name: string; atMost: number };

/** The items of the usage table by (user, day), for conditional additions. */
export class UsageItems {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async read(userId: string, day: string): Promise<Record<string, unknown>> {
    const key = { user_id: userId, day };
    const { Item = {} } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item;
  }

  /** False when a check failed and nothing was written. */
  async write(userId: string, day: string, change: Change): Promise<boolean> {
    if (change.when.some((check) => "atMost" in check && check.atMost < 0)) return false;
    const expression = new Expression();
    const request = {
      TableName: this.#table,
      Key: { user_id: userId, day },
      UpdateExpression: updateOf(change, expression),
      ConditionExpression: change.when.map((check) => conditionOf(check, expression)).join(" AND "),
      ExpressionAttributeNames: expression.names,
      ExpressionAttributeValues: expression.values,
    };
    return (await conditional(this.#db.send(new UpdateCommand(request)))) !== undefined;
  }
}

/** Collects names and values under placeholders, since a run's id and a model's name may contain any character. */
class Expression {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};
  readonly #known = new Map<string, string>();

  name(name: string): string {
    const placeholder = this.#known.get(name) ?? `#n${this.#known.size}`;
    this.#known.set(name, placeholder);
    this.names[placeholder] = name;
    return placeholder;
  }

  value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }
}

function updateOf({ set = {}, add = {}, remove = [] }: Change, to: Expression): string {
  const sets = Object.entries(set).flatMap(([name, value]) =>
    value === undefined ? [] : [`${to.name(name)} = ${to.value(value)}`],
  );
  const unset = Object.keys(set).filter((name) => set[name] === undefined);
  const removes = [...remove, ...unset].map((name) => to.name(name));
  const adds = Object.entries(add).flatMap(([name, by]) => (by === 0 ? [] : [`${to.name(name)} ${to.value(by)}`]));
  const clause = (word: string, parts: string[]) => (parts.length === 0 ? [] : [`${word} ${parts.join(", ")}`]);
  return [...clause("SET", sets), ...clause("REMOVE", removes), ...clause("ADD", adds)].join(" ");
}

function conditionOf(check: Check, to: Expression): string {
  if ("absent" in check) return `attribute_not_exists(${to.name(check.absent)})`;
  const name = to.name(check.name);
  if ("equals" in check) return `${name} = ${to.value(check.equals)}`;
  return `(attribute_not_exists(${name}) OR ${name} <= ${to.value(check.atMost)})`;
}
