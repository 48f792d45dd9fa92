import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { SOON } from "./timeouts.ts";

/**
 * The client that nearly every function needs. The others have a file each beside this one, so that a bundle can load them
 * with their first call (lazy.ts). Region, credentials and endpoint come from the environment.
 */
export function dynamo(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: SOON }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}
