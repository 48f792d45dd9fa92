import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import { resourcesOf, type Template } from "../../local/template/template.ts";
import { exportPage } from "../../shared/api/account-schemas.ts";
import { type Agent, createAgent, PASSWORD, type Person, proveEmail, signUp, storeKey } from "../support/people.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let clients: Clients;
let alice: Person;
let bob: Person;
let agents: Agent[];
beforeAll(async () => {
  stack = await startTestStack({ template: await lastLookAfter("2") });
  clients = clientsOf(stack.aws, stack.aws.admin);
  alice = await signUp(stack, "Alice");
  bob = await signUp(stack, "Bob");
  await proveEmail(stack, alice);
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  await storeKey(stack, alice, "anthropic", "sk-ant-demo-alice-0123456789", "claude-sonnet-4-5");
  await storeKey(stack, bob, "openai", "sk-demo-bob-0123456789", "gpt-4");
  agents = [await createAgent(stack, alice, { instructions: "Speak of petunias." }), await createAgent(stack, bob)];
});
afterAll(async () => {
  destroy(clients);
  await stack.stop();
});

/** The template, with a last look that a test can wait for. */
async function lastLookAfter(seconds: string): Promise<Template> {
  const template = await readTemplate(CDK_OUT);
  const variables = z.object({ Variables: z.record(z.string(), z.json()) });
  for (const [, { Properties }] of resourcesOf(template, "AWS::Lambda::Function")) {
    const { Variables } = variables.parse(Properties["Environment"] ?? { Variables: {} });
    if ("LAST_LOOK_SECONDS" in Variables) {
      Properties["Environment"] = { Variables: { ...Variables, LAST_LOOK_SECONDS: seconds, LOG_IN_SECONDS: "1" } };
    }
  }
  return template;
}

/** Every row of every table, and the name of every object of the bucket, as text. */
async function allThatIsKept(): Promise<{ addresses: string[]; rows: string[]; objects: string[] }> {
  const client = DynamoDBDocumentClient.from(clients.dynamo);
  const rowsOf = async (TableName: string | undefined) => {
    const rows: string[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      rows.push(...Items.map((item) => JSON.stringify(item)));
    }
    return rows;
  };
  const tables = Object.entries(stack.names).filter(([name]) => name.endsWith("_TABLE") && name !== "ADDRESSES_TABLE");
  const { Contents = [] } = await clients.s3.send(new ListObjectsV2Command({ Bucket: stack.names["RAW_MAIL_BUCKET"] }));
  return {
    addresses: await rowsOf(stack.names["ADDRESSES_TABLE"]),
    rows: (await Promise.all(tables.map(([, table]) => rowsOf(table)))).flat(),
    objects: Contents.map(({ Key = "" }) => Key),
  };
}

async function mailTo(to: string[], text: string): Promise<string> {
  const id = await stack.sendMail({ from: "carol@customer.example", to, subject: "Flowers", text });
  await stack.waitForRun(id, (runs) => runs.length === to.length && runs.every(({ state }) => state === "replied"));
  return id;
}

it("an account can be exported page by page, and no page has a whole key", async () => {
  const [hers] = agents;
  await mailTo([hers?.address ?? ""], "How do I water a hydrangea?");
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const path = `/api/account/export${cursor === null ? "" : `?cursor=${cursor}`}`;
    const answer = await stack.api("GET", path, { token: alice.token });
    expect(answer.status, answer.text).toBe(200);
    texts.push(answer.text);
    cursor = exportPage.parse(answer.json).next_cursor;
  } while (cursor !== null);
  const all = texts.join("\n");
  for (const kept of [alice.email, "petunias", "hydrangea", "gpt-4", "claude-sonnet-4-5", "tokens_in"]) {
    expect(all).toContain(kept);
  }
  for (const secret of ["demo-alice", bob.id, "ciphertext"]) expect(all).not.toContain(secret);
});

it("only hashes of the addresses of a deleted account are left, and another owner's mails stay", async () => {
  const [hers, his] = agents.map(({ address }) => address);
  const own = await mailTo([hers ?? ""], "My own secret tulip");
  const shared = await mailTo([hers ?? "", his ?? ""], "A tulip for both");
  const wrong = await stack.api("POST", "/api/account/delete", { token: alice.token, body: { password: "a guess" } });
  expect(wrong).toMatchObject({ status: 400, json: { code: "wrong_password" } });

  const body = { password: PASSWORD };
  const answer = await stack.api("POST", "/api/account/delete", { token: alice.token, body });
  expect(answer.status, answer.text).toBe(202);
  const keys = await allThatIsKept();
  expect(keys.rows.filter((row) => row.includes("key_fingerprint") && row.includes("ciphertext"))).toHaveLength(1);
  for (const path of ["/api/ai-config", "/api/automation/agents", "/api/conversations", "/api/usage", "/api/account"]) {
    expect((await stack.api("GET", path, { token: alice.token })).status, path).toBe(401);
  }
  const credentials = { email: alice.email, password: PASSWORD };
  expect((await stack.api("POST", "/api/auth/login", { body: credentials })).status).toBe(401);

  const done = () => stack.logs.some((line) => line.includes('"account_deleted"') && line.includes(alice.id));
  await expect.poll(done).toBe(true);
  const { addresses, rows, objects } = await allThatIsKept();
  for (const text of [alice.id, alice.email, "Alice", "petunias", "hydrangea", "My own secret tulip", "sk-demo-al"]) {
    expect(
      rows.filter((row) => row.includes(text)),
      text,
    ).toEqual([]);
  }
  const kept = addresses.filter((row) => row.includes(alice.id));
  expect(kept).toEqual([expect.stringMatching(/"address":"look:[0-9a-f]{32}"/)]);
  for (const text of [alice.email, hers ?? "absent"]) expect(addresses.join()).not.toContain(text);
  expect(objects.filter((key) => key.includes(own))).toEqual([]);

  const [run] = (await stack.mailState(shared)).runs;
  const raw = await stack.api("GET", `/api/conversations/${run?.run_id}/raw`, { token: bob.token });
  expect(raw.text).toContain("A tulip for both");
  expect((await stack.api("POST", "/api/auth/login", { body: credentials })).status).toBe(401);
  expect(stack.denied).toEqual([]);
  expect(stack.logs.filter((line) => line.includes("record_failed"))).toEqual([]);
});

it("afterwards mail to the old address is dropped, and the e-mail can sign up again", async () => {
  const [hers] = agents;
  const mail = { from: "carol@customer.example", to: hers?.address ?? "", subject: "Still there?", text: "Hello" };
  const id = await stack.sendMail(mail);
  expect(await stack.waitForRun(id, () => true)).toEqual([]);
  const again = await signUp(stack, "Alice");
  expect(again.id).not.toBe(alice.id);
  expect((await stack.api("GET", "/api/conversations", { token: again.token })).json).toMatchObject({ runs: [] });
});
