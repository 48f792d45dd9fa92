import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { sealedConfig } from "../../support/configs.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let configs: ConfigStore;
let user: string;
let users = 0;

beforeAll(async () => {
  dynamo = await startDynamo({ configs: { partition: "user_id", sort: "provider" } });
  configs = new ConfigStore(dynamo.db, "configs");
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  users += 1;
  user = `user${users}`;
});

const at = (seconds: number) => new Date(1_795_435_200_000 + seconds * 1000);

test("a saved row is read back as it was written", async () => {
  const { config, created } = await configs.save(user, "openai", sealedConfig("sk-alice-1"), at(0));
  expect(created).toBe(true);
  expect(config).toMatchObject({ user_id: user, provider: "openai", status: "unverified", model_name: "gpt-4" });
  expect(config.created_at).toBe(at(0).toISOString());
  expect(await configs.get(user, "openai")).toEqual(config);
  expect(new TextDecoder().decode(config.ciphertext)).toBe("sealed sk-alice-1");
});

test("saving again replaces the key and keeps the row: its id and its place in the order", async () => {
  const first = await configs.save(user, "openai", sealedConfig("sk-alice-1"), at(0));
  await configs.markUsed(first.config, "active", at(1));
  const second = await configs.save(user, "openai", sealedConfig("sk-alice-2"), at(2));
  expect(second.created).toBe(false);
  expect(second.config.id).toBe(first.config.id);
  expect(second.config.first_saved_at).toBe(at(0).toISOString());
  expect(second.config.created_at).toBe(at(2).toISOString());
  expect(second.config).toMatchObject({ status: "unverified" });
  expect(second.config.last_used_at).toBeUndefined();
});

test("saves of one provider at once make one row", async () => {
  const saves = ["a", "b", "c", "d"].map((key) => configs.save(user, "gemini", sealedConfig(`AIza-${key}`), at(0)));
  const results = await Promise.all(saves);
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(results.map(({ config }) => config.id)).size).toBe(1);
});

test("rows are listed oldest first, and only the user's own", async () => {
  await configs.save(user, "openai", sealedConfig("sk-1"), at(2));
  await configs.save(user, "gemini", sealedConfig("AIza-1"), at(1));
  await configs.save(`${user}0`, "anthropic", sealedConfig("sk-ant-1"), at(0));
  expect((await configs.list(user)).map(({ provider }) => provider)).toEqual(["gemini", "openai"]);
});

test("a patch changes what it names and nothing else", async () => {
  const { config } = await configs.save(user, "openai", sealedConfig("sk-1"), at(0));
  const patched = await configs.patch(user, "openai", { temperature: 0, model_name: undefined }, at(5));
  expect(patched).toEqual({ ...config, temperature: 0, updated_at: at(5).toISOString() });
});

test("a patch with a new key makes the row unverified and gives it a new created_at", async () => {
  const { config } = await configs.save(user, "openai", sealedConfig("sk-1"), at(0));
  await configs.markUsed(config, "rejected", at(1));
  const { ciphertext, mask, key_fingerprint } = sealedConfig("sk-2");
  const patched = await configs.patch(user, "openai", { ciphertext, mask, key_fingerprint }, at(5));
  expect(patched).toMatchObject({ status: "unverified", key_fingerprint, created_at: at(5).toISOString() });
  expect(patched?.last_used_at).toBeUndefined();
});

test("a patch of a missing row makes none", async () => {
  expect(await configs.patch(user, "openai", { temperature: 1 }, at(0))).toBeUndefined();
  expect(await configs.get(user, "openai")).toBeUndefined();
});

test("a removed row is gone, and removing it again says that there was none", async () => {
  await configs.save(user, "openai", sealedConfig("sk-1"), at(0));
  expect(await configs.remove(user, "openai")).toBe(true);
  expect(await configs.remove(user, "openai")).toBe(false);
  expect(await configs.list(user)).toEqual([]);
});

test("what a call has shown of a key is not written on the key that took its place", async () => {
  const { config } = await configs.save(user, "openai", sealedConfig("sk-1"), at(0));
  await configs.save(user, "openai", sealedConfig("sk-2"), at(1));
  await configs.markUsed(config, "rejected", at(2));
  expect(await configs.get(user, "openai")).toMatchObject({ status: "unverified" });
  await configs.remove(user, "openai");
  await configs.markUsed(config, "rejected", at(3));
  expect(await configs.get(user, "openai")).toBeUndefined();
});

test("what the provider said of a model's end is kept, taken back, and gone with the model", async () => {
  const { config } = await configs.save(user, "openai", sealedConfig("sk-1"), at(0));
  await configs.markChecked(config, "active", at(1), { endsOn: "2027-01-14", models: ["gpt-4", "gpt-5"] });
  expect(await configs.get(user, "openai")).toMatchObject({
    model_ends_on: "2027-01-14",
    key_models: ["gpt-4", "gpt-5"],
  });
  await configs.markChecked(config, "active", at(2));
  expect(await configs.get(user, "openai")).toMatchObject({
    model_ends_on: "2027-01-14",
    key_models: ["gpt-4", "gpt-5"],
  });
  await configs.markChecked(config, "active", at(3), { endsOn: null });
  expect(await configs.get(user, "openai")).not.toHaveProperty("model_ends_on");
  await configs.markChecked(config, "active", at(4), { endsOn: "2027-01-14" });
  const patched = await configs.patch(user, "openai", { model_name: "gpt-6-luna" }, at(5));
  expect(patched).not.toHaveProperty("model_ends_on");
  expect(patched).toMatchObject({ key_models: ["gpt-4", "gpt-5"] });
  // A check that began with the model before says nothing of this one.
  expect(await configs.markChecked(config, "active", at(6), { endsOn: "2027-01-14" })).toBe(false);
  expect(await configs.get(user, "openai")).toEqual(patched);
});

test("a new key knows nothing of the models of the one before, and keeps the price that its owner gave", async () => {
  const owner_price = { model: "gpt-4", usd_per_million_input: 1, usd_per_million_output: 2 };
  const { config } = await configs.save(user, "openai", { ...sealedConfig("sk-1"), owner_price }, at(0));
  await configs.markChecked(config, "active", at(1), { endsOn: "2027-01-14", models: ["gpt-4"] });
  const { config: next } = await configs.save(user, "openai", sealedConfig("sk-2"), at(2));
  expect(next).toMatchObject({ owner_price });
  expect(next).not.toHaveProperty("key_models");
  expect(next).not.toHaveProperty("model_ends_on");
  expect(await configs.patch(user, "openai", { owner_price: null }, at(3))).not.toHaveProperty("owner_price");
});
