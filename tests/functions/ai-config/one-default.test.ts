import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aiConfigHandlers } from "../../../functions/ai-config/handler.ts";
import { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { KeySealer } from "../../../shared/ai-configs/vault.ts";
import { configList } from "../../../shared/api/ai-config-schemas.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { HourlyLimit, KEY_CHECKS } from "../../../shared/limits/hourly-limit.ts";
import { type Provider, providerOf } from "../../../shared/providers/registry.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { Turns } from "../../support/turns.ts";

let dynamo: TestDynamo;
let aws: TestAws;
let QueueUrl = "";
let users = 0;

beforeAll(async () => {
  [dynamo, aws] = await Promise.all([
    startDynamo({
      users: { partition: "user_id" },
      configs: { partition: "user_id", sort: "provider" },
      ...MARK_TABLES,
    }),
    startTestAws(),
  ]);
  QueueUrl = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "jobs" }))).QueueUrl ?? "";
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

type Step = { kind: "save" | "choose" | "let go" | "delete"; provider: Provider; isDefault: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("save", "choose", "choose", "let go", "delete", "delete"),
  // One provider is more frequent, so that requests meet on its row more often.
  provider: fc.constantFrom("openai", "openai", "openai", "gemini"),
  isDefault: fc.boolean(),
});

/** The stored rows before the requests race. */
const stored = fc.constantFrom<Provider[]>(["openai", "gemini"], ["gemini", "openai", "anthropic"], []);

async function requests(turns: Turns) {
  users += 1;
  const user = { id: `user${users}`, username: `user${users}` };
  await new UserStore(dynamo.db, "users").add({ user_id: user.id, email: "", name: "", created_at: "" });
  const stores = {
    configs: new ConfigStore(dynamo.db, "configs"),
    users: new UserStore(dynamo.db, "users"),
  };
  const rest = {
    sealer: new KeySealer(aws.kms, aws.keyArn),
    checks: new HourlyLimit(dynamo.db, "hourly-limits", KEY_CHECKS),
    jobs: new JobQueue(aws.sqs, QueueUrl),
    now: () => new Date(),
  };
  const raced = aiConfigHandlers({
    configs: turns.over(stores.configs),
    users: turns.over(stores.users),
    ...rest,
  });
  const common = { user, cookies: [], origin: { peer: "192.0.2.1", forwardedFor: "", edge: undefined } };
  const query = { verify: "false" as const };
  const params = (provider: Provider) => ({ ...common, params: { provider } });
  const saveBody = (provider: Provider, isDefault: boolean) => ({
    provider,
    apiKey: "a-key-of-no-known-shape",
    modelName: providerOf(provider).defaultModel,
    temperature: 0.7,
    maxTokens: 500,
    isDefault,
  });
  const ask = async ({ kind, provider, isDefault }: Step) => {
    if (kind === "save")
      return raced.saveConfig({ ...common, params: undefined, query, body: saveBody(provider, isDefault) });
    if (kind === "delete") return raced.deleteConfig({ ...params(provider), query: undefined, body: undefined });
    return raced.patchConfig({ ...params(provider), query, body: { isDefault: kind === "choose" } });
  };
  const calm = aiConfigHandlers({ ...stores, ...rest });
  const start = async (rows: Provider[]) => {
    for (const provider of rows) {
      await calm.saveConfig({ ...common, params: undefined, query, body: saveBody(provider, false) });
    }
  };
  const list = async () => {
    const answer = await calm.listConfigs({ ...common, params: undefined, query: undefined, body: undefined });
    return configList.parse("body" in answer ? answer.body : undefined);
  };
  return { ask, list, start };
}

/** Ignores that another request has deleted the row. */
function unlessGone(error: unknown): void {
  if (!(error instanceof LatchkeyError && error.code === "not_found")) throw error;
}

it("however saves, deletes and changes of the default interleave, at most one row is the default, and one is if any exists", async () => {
  await fc.assert(
    fc.asyncProperty(
      stored,
      fc.array(step, { minLength: 2, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (rows, steps, order) => {
        const turns = new Turns((waiting) => (order.next().value ?? 0) % waiting);
        const { ask, list, start } = await requests(turns);
        await start(rows);
        const asked = steps.map((each) => () => ask(each).catch(unlessGone));
        await turns.run(asked);
        const { configs, ...top } = await list();
        const defaults = configs.filter(({ is_default }) => is_default);
        expect(defaults).toHaveLength(configs.length === 0 ? 0 : 1);
        expect(top.provider).toBe(defaults[0]?.provider);
      },
    ),
    { numRuns: 100 },
  );
});
