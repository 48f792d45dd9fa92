import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { setExpression } from "../aws/set-expression.ts";
import { type TransactItem, transact } from "../aws/transact.ts";
import type { AddressClaims, Claim, ClaimFault } from "./address-claims.ts";
import { type AddressList, allOf } from "./address-list.ts";
import type { Agent } from "./agent.ts";
import { answersMails } from "./answers-mails.ts";

/** `changed`: another request changed the agent's addresses first, or the agent is gone. */
export type SaveFault = ClaimFault | "changed";

/**
 * Agents together with their addresses. Each change of both is one transaction, so that whatever crashes, an address of
 * the list leads to the agent, and one that leads to the agent is in the list.
 */
export class AgentAddresses {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #claims: AddressClaims;

  constructor(db: DynamoDBDocumentClient, agentsTable: string, claims: AddressClaims) {
    this.#db = db;
    this.#table = agentsTable;
    this.#claims = claims;
  }

  /** Adds an agent with its first address. Undefined when that is done. */
  async add(agent: Agent): Promise<ClaimFault | undefined> {
    const claim = this.#claimOf(agent, agent.address);
    // The agent's row has no condition: ids are random.
    const failed = await transact(this.#db, [...claim.items, { Put: { TableName: this.#table, Item: agent } }]);
    return failed && claim.fault(failed);
  }

  /** Gives the agent these addresses in place of those that it had when it was read. */
  async save(before: Agent, after: AddressList, now: Date): Promise<Agent | SaveFault> {
    const { user_id, agent_id } = before;
    const [had, has] = [allOf(before), allOf(after)];
    const isIn = (list: AddressList["other_addresses"], address: string) =>
      list.some((each) => each.address === address);
    const claims = has
      .filter(({ address }) => !isIn(had, address))
      .map(({ address }) => this.#claimOf(before, address));
    const gone = had.filter(({ address }) => !isIn(has, address));
    const moved = has.filter(({ address, ends_at }) =>
      had.some((each) => each.address === address && each.ends_at !== ends_at),
    );
    const changes = { ...after, updated_at: now.toISOString(), addresses_version: before.addresses_version + 1 };
    const failed = await transact(this.#db, [
      this.#update(before, changes),
      ...moved.map(({ address, ends_at }) => this.#claims.endsAt({ address, agent_id }, ends_at)),
      ...(await Promise.all(gone.map(({ address }) => this.#claims.release({ address, user_id, agent_id }, now)))),
      ...claims.flatMap(({ items }) => items),
    ]);
    if (failed === undefined) return { ...before, ...changes };
    return faultIn(failed, claims) ?? "changed";
  }

  /** Deletes the agent and ends all its addresses. False when another request changed the addresses meanwhile. */
  async remove(agent: Agent, now: Date): Promise<boolean> {
    const { user_id, agent_id } = agent;
    const releases = await Promise.all(
      allOf(agent).map(({ address }) => this.#claims.release({ address, user_id, agent_id }, now)),
    );
    const unchanged = versionIs(agent.addresses_version);
    const row = { Delete: { TableName: this.#table, Key: { user_id, agent_id }, ...unchanged } };
    return (await transact(this.#db, [row, ...releases])) === undefined;
  }

  #claimOf(agent: Agent, address: string): Claim {
    const { user_id, agent_id } = agent;
    return this.#claims.claims({ address, user_id, agent_id, ...(!answersMails(agent) && { answers: false }) });
  }

  #update({ user_id, agent_id, addresses_version }: Agent, changes: Record<string, unknown>): TransactItem {
    const { ExpressionAttributeValues, ...set } = setExpression(changes);
    const { ConditionExpression, ExpressionAttributeValues: version } = versionIs(addresses_version);
    return {
      Update: {
        TableName: this.#table,
        Key: { user_id, agent_id },
        ...set,
        ConditionExpression: `attribute_exists(agent_id) AND ${ConditionExpression}`,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ...version },
      },
    };
  }
}

/** The claims are the last items, in their order. */
function faultIn(failed: boolean[], claims: Claim[]): ClaimFault | undefined {
  let at = failed.length - claims.reduce((count, { items }) => count + items.length, 0);
  for (const { items, fault } of claims) {
    const found = fault(failed.slice(at, at + items.length));
    if (found !== undefined) return found;
    at += items.length;
  }
  return undefined;
}

/** A row of a release before there was a version has none, which is read as 0. */
function versionIs(version: number) {
  const isSame = "addresses_version = :version";
  return {
    ConditionExpression: version === 0 ? `(attribute_not_exists(addresses_version) OR ${isSame})` : isSame,
    ExpressionAttributeValues: { ":version": version },
  };
}
