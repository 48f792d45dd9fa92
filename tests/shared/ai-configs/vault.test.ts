import { createServer } from "node:http";
import { KMSClient } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { KeyOpener, KeySealer } from "../../../shared/ai-configs/vault.ts";
import { PROVIDERS } from "../../../shared/providers/registry.ts";
import { Secret } from "../../../shared/secret.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

let aws: TestAws;
let sealer: KeySealer;
let opener: KeyOpener;

beforeAll(async () => {
  aws = await startTestAws();
  sealer = new KeySealer(aws.kms, aws.keyArn);
  opener = new KeyOpener(aws.kms, aws.keyArn);
});
afterAll(() => aws.stop());

test("a sealed key opens to the same key, and its ciphertext does not hold it", async () => {
  const ciphertext = await sealer.seal("alice", "openai", new Secret("sk-alice-personal-key"));
  expect(Buffer.from(ciphertext).toString("latin1")).not.toContain("alice");
  expect((await opener.open("alice", "openai", ciphertext)).reveal()).toBe("sk-alice-personal-key");
});

test("a ciphertext moved to another user or another provider never opens", async () => {
  const rows = ["alice", "bob", "carol"].flatMap((owner) => PROVIDERS.map((provider) => ({ owner, provider })));
  for (const from of rows) {
    const ciphertext = await sealer.seal(from.owner, from.provider, new Secret(`key of ${from.owner}`));
    for (const to of rows) {
      const opening = opener.open(to.owner, to.provider, ciphertext);
      if (from === to) await expect(opening).resolves.toBeInstanceOf(Secret);
      else await expect(opening).rejects.toMatchObject({ name: "InvalidCiphertextException" });
    }
  }
});

test("an answer of KMS with nothing in it is an error, and never an empty key", async () => {
  const server = createServer((_, response) => response.end("{}"));
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const kms = new KMSClient({ endpoint, region: "us-east-1", credentials });
  const sealing = new KeySealer(kms, aws.keyArn).seal("alice", "openai", new Secret("sk-alice"));
  await expect(sealing).rejects.toThrow("no ciphertext");
  const opening = new KeyOpener(kms, aws.keyArn).open("alice", "openai", new Uint8Array(8));
  await expect(opening).rejects.toThrow("no plaintext");
  await closeServer(server);
});
