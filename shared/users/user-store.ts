import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { type Changes, setExpression } from "../aws/set-expression.ts";
import type { Provider } from "../providers/registry.ts";
import { type User, user as userSchema } from "./user.ts";

export class UserStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  async get(userId: string): Promise<User | undefined> {
    const row = await this.#reads.get(this.#table, { user_id: userId });
    return row && userSchema.parse(row);
  }

  /** Adds the row unless it exists. An existing row stays as it is. */
  async add(user: User): Promise<void> {
    await conditional(
      this.#db.send(
        new PutCommand({ TableName: this.#table, Item: user, ConditionExpression: "attribute_not_exists(user_id)" }),
      ),
    );
  }

  /** Records the address and whether it is verified, as the user pool has it. It does not bring back a deleted user. */
  async setAddress(userId: string, email: string, verifiedAt: Date | undefined): Promise<void> {
    const set = verifiedAt
      ? "SET email = :email, email_verified_at = :at"
      : "SET email = :email REMOVE email_verified_at";
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          UpdateExpression: set,
          ConditionExpression: "attribute_exists(user_id)",
          ExpressionAttributeValues: { ":email": email, ...(verifiedAt && { ":at": verifiedAt.toISOString() }) },
        }),
      ),
    );
  }

  /** Returns the changed row. Undefined when there is no such user, or when the account is being deleted. */
  async patch(userId: string, changes: Changes<Pick<User, "name" | "monthly_budget_usd">>): Promise<User | undefined> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          ...setExpression(changes),
          ConditionExpression: "attribute_exists(user_id) AND attribute_not_exists(deleting_at)",
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return written && userSchema.parse(written.Attributes);
  }

  /** Ends every API token that was made until now. */
  async endTokens(userId: string, now: Date): Promise<void> {
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          UpdateExpression: "SET tokens_ended_at = :now",
          ConditionExpression: "attribute_exists(user_id)",
          ExpressionAttributeValues: { ":now": now.toISOString() },
        }),
      ),
    );
  }

  /** After this mark nothing is done in the account's name. False when there is no such user. May be repeated. */
  async markDeleting(userId: string, now: Date): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          UpdateExpression: "SET deleting_at = if_not_exists(deleting_at, :now)",
          ConditionExpression: "attribute_exists(user_id)",
          ExpressionAttributeValues: { ":now": now.toISOString() },
        }),
      ),
    );
    return written !== undefined;
  }

  /** Removes the row of an account, but only if it is marked as being deleted. */
  async remove(userId: string): Promise<void> {
    await conditional(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          ConditionExpression: "attribute_exists(deleting_at)",
        }),
      ),
    );
  }

  async setDefault(userId: string, provider: Provider): Promise<void> {
    // Without the condition, a default for a deleted user would create half a row.
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { user_id: userId },
        UpdateExpression: "SET default_provider = :provider",
        ConditionExpression: "attribute_exists(user_id)",
        ExpressionAttributeValues: { ":provider": provider },
      }),
    );
  }

  /** Forgets the stored default if it is this provider. The oldest row is the default then. */
  async clearDefault(userId: string, provider: Provider): Promise<void> {
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId },
          UpdateExpression: "REMOVE default_provider",
          ConditionExpression: "default_provider = :provider",
          ExpressionAttributeValues: { ":provider": provider },
        }),
      ),
    );
  }
}
