import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { makeUser } from "./cognito/pool.ts";
import { clientsOf, POOL, startTestAws } from "./support.ts";

// restart.test.ts runs this as a separate process. It writes one of everything, says so, and waits to be killed.
const { aws } = await startTestAws({ data: process.argv[2] });
const { cognito, dynamo, s3, sqs } = clientsOf(aws, aws.admin);

await aws.createUserPool(POOL);
await makeUser(cognito, "alice@example.com");

const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
const AttributeDefinitions = [{ AttributeName: "id", AttributeType: "S" as const }];
const table = { TableName: "items", BillingMode: "PAY_PER_REQUEST" as const, KeySchema, AttributeDefinitions };
await dynamo.send(new CreateTableCommand(table));
await dynamo.send(new PutItemCommand({ TableName: "items", Item: { id: { S: "1" } } }));

await s3.send(new CreateBucketCommand({ Bucket: "mail" }));
await s3.send(new PutObjectCommand({ Bucket: "mail", Key: "in/1", Body: "raw mail" }));

const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "q", Attributes: { VisibilityTimeout: "1" } }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "in flight" }));
await sqs.send(new ReceiveMessageCommand({ QueueUrl }));

process.stdout.write("written\n");
