import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Subscription, subscription } from "./subscription.ts";

const FIELDS = Object.keys(subscription.shape);

/** What an owner's programs want to be told of, for those who announce events. */
export class SubscriptionReader {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Without the sealed secrets. Half a read unit where there is none; may be a second old. */
  async list(userId: string): Promise<Subscription[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ProjectionExpression: FIELDS.map((_, i) => `#n${i}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(FIELDS.map((name, i) => [`#n${i}`, name])),
        ExpressionAttributeValues: { ":user": userId },
      }),
    );
    return Items.map((item) => subscription.parse(item));
  }
}
