import {
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
} from "@aws-sdk/client-kms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

let one: TestAws;
let kms: ReturnType<typeof clientsOf>["kms"];
let KeyId: string;
beforeAll(async () => {
  one = await startTestAws();
  kms = clientsOf(one.aws, one.aws.admin).kms;
  KeyId = `arn:aws:kms:${one.aws.region}:${one.aws.accountId}:key/vault`;
  await one.aws.createKey("vault");
  await one.aws.createKey("other");
});
afterAll(() => one.aws.stop());

const Plaintext = Buffer.from("sk-demo-alice");
const EncryptionContext = { user_id: "u1", provider: "openai" };

async function seal(context = EncryptionContext) {
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext: context }));
  return Buffer.from(CiphertextBlob ?? []);
}

test("a ciphertext opens with the same context in any order, and names its key", async () => {
  const CiphertextBlob = await seal();
  const turned = { provider: "openai", user_id: "u1" };
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: turned }));
  expect(Buffer.from(opened.Plaintext ?? [])).toEqual(Plaintext);
  expect(opened.KeyId).toBe(KeyId);
  expect(CiphertextBlob.includes(Plaintext)).toBe(false);
});

test("two encryptions of the same text differ", async () => {
  expect((await seal()).equals(await seal())).toBe(false);
});

test.each([
  ["another user", { user_id: "u2", provider: "openai" }],
  ["another provider", { user_id: "u1", provider: "gemini" }],
  ["one pair less", { user_id: "u1" }],
  ["one pair more", { ...EncryptionContext, x: "" }],
  ["the values changed over", { user_id: "openai", provider: "u1" }],
  ["the same letters cut elsewhere", { provider: "openaiuser_idu1" }],
])("a ciphertext does not open with %s in the context", async (_, context) => {
  const call = kms.send(new DecryptCommand({ CiphertextBlob: await seal(), EncryptionContext: context }));
  expect((await failure(call)).name).toBe("InvalidCiphertextException");
});

test("a ciphertext does not open if any byte after the key's id is changed, or if it is cut or foreign", async () => {
  const blob = await seal();
  const changed = [8, 20, 40, blob.length - 1].map((at) =>
    Buffer.from(blob.map((byte, index) => (index === at ? byte ^ 1 : byte))),
  );
  for (const CiphertextBlob of [
    ...changed,
    blob.subarray(0, 20),
    Buffer.from("no ciphertext at all, but long enough"),
  ]) {
    const { name } = await failure(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })));
    expect(name).toBe("InvalidCiphertextException");
  }
});

test("another key than the one that sealed it and an unknown key give different errors", async () => {
  const call = { CiphertextBlob: await seal(), EncryptionContext };
  expect((await failure(kms.send(new DecryptCommand({ ...call, KeyId: "other" })))).name).toBe("IncorrectKeyException");
  expect((await failure(kms.send(new DecryptCommand({ ...call, KeyId: "none" })))).name).toBe("NotFoundException");
});

test("a disabled key refuses every call until it is enabled again", async () => {
  const CiphertextBlob = await seal();
  await kms.send(new DisableKeyCommand({ KeyId }));
  expect((await failure(seal())).name).toBe("DisabledException");
  const open = new DecryptCommand({ CiphertextBlob, EncryptionContext });
  expect((await failure(kms.send(open))).name).toBe("DisabledException");
  expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe("Disabled");
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect((await kms.send(open)).Plaintext).toBeDefined();
});

test("more than 4096 bytes are refused", async () => {
  const call = kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(4097) }));
  expect((await failure(call)).name).toBe("ValidationException");
});
