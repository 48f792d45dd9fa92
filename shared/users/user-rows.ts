import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";

type Row = Record<string, unknown>;

/**
 * The rows of one table that belong to a user, whatever they contain. The code that deletes an account need not
 * understand them.
 */
export class UserRows {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #sort: string;

  /** @param sort the table's sort key; its partition key is `user_id` */
  constructor(db: DynamoDBDocumentClient, table: string, sort: string) {
    this.#db = db;
    this.#table = table;
    this.#sort = sort;
  }

  /**
   * Deletes up to `limit` rows. May be repeated.
   * @param before deletes what only this row leads to, before the row itself is deleted
   * @returns false when no row is left
   */
  async deleteSome(
    userId: string,
    limit: number,
    before: (row: Row) => Promise<void> = async () => {},
  ): Promise<boolean> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    await Promise.all(Items.map((row) => this.#delete(userId, row, before)));
    return LastEvaluatedKey !== undefined;
  }

  async #delete(userId: string, row: Row, before: (row: Row) => Promise<void>): Promise<void> {
    await before(row);
    const Key = { user_id: userId, [this.#sort]: row[this.#sort] };
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key }));
  }
}
