import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { type Changes, setExpression } from "../aws/set-expression.ts";
import { type Agent, agent as agentSchema } from "./agent.ts";

export type AgentChanges = Changes<
  Omit<
    Agent,
    "user_id" | "agent_id" | "type" | "address" | "other_addresses" | "addresses_version" | "created_at" | "updated_at"
  >
>;

export class AgentStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** The write has no condition: ids are random, and the SDK may repeat a write whose answer was lost. */
  async add(agent: Agent): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: agent }));
  }

  async get(userId: string, agentId: string): Promise<Agent | undefined> {
    const row = await this.#reads.get(this.#table, keyOf(userId, agentId));
    return row && agentSchema.parse(row);
  }

  /** All agents of a user, oldest first. */
  async list(userId: string): Promise<Agent[]> {
    const agents: Agent[] = [];
    for await (const { Items = [] } of this.#pages(userId))
      agents.push(...Items.map((item) => agentSchema.parse(item)));
    return agents.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1));
  }

  async count(userId: string): Promise<number> {
    let count = 0;
    for await (const { Count = 0 } of this.#pages(userId, "COUNT")) count += Count;
    return count;
  }

  /** Returns the changed agent. Undefined when the user has no such agent. */
  async patch(userId: string, agentId: string, changes: AgentChanges, now: Date): Promise<Agent | undefined> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(userId, agentId),
          ...setExpression({ ...changes, updated_at: now.toISOString() }),
          ConditionExpression: "attribute_exists(agent_id)",
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return written && agentSchema.parse(written.Attributes);
  }

  /**
   * Switches an agent off on the platform's behalf. An agent that is already off stays as it is, whoever switched it
   * off.
   * @returns the current agent; undefined when the user has no such agent
   */
  async pause(userId: string, agentId: string, reason: "complaints", now: Date): Promise<Agent | undefined> {
    const at = now.toISOString();
    const changes = { is_active: false, paused_reason: reason, paused_at: at, updated_at: at };
    const { ExpressionAttributeValues, ...set } = setExpression(changes);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(userId, agentId),
          ...set,
          ConditionExpression: "is_active = :on",
          ExpressionAttributeValues: { ...ExpressionAttributeValues, ":on": true },
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return written ? agentSchema.parse(written.Attributes) : this.get(userId, agentId);
  }

  async remove(userId: string, agentId: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: keyOf(userId, agentId) }));
  }

  #pages(userId: string, select?: "COUNT") {
    return paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
        Select: select,
      },
    );
  }
}

function keyOf(userId: string, agentId: string) {
  return { user_id: userId, agent_id: agentId };
}
