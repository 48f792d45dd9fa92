import type { Config } from "../../shared/ai-configs/config.ts";
import { defaultProvider } from "../../shared/ai-configs/default-config.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { mendPages } from "../../shared/providers/mend-pages.ts";
import { type Provider, providerOf, REGISTRY } from "../../shared/providers/registry.ts";
import { toApiRow } from "./api-row.ts";
import type { Deps } from "./deps.ts";
import { countCheck } from "./key-in.ts";
import { writeRow } from "./write-row.ts";

export function aiConfigHandlers(deps: Deps): Handlers<"ai-config"> {
  const { configs, users, jobs } = deps;
  return {
    saveConfig: async ({ user, query, body }) => {
      const { provider, apiKey, temperature, maxTokens: max_tokens, ownerPrice } = body;
      const stored = await storedRow(user.id, provider, deps);
      const model_name = body.modelName ?? stored?.model_name ?? providerOf(provider).defaultModel;
      const settings = { model_name, temperature, max_tokens };
      const verify = query.verify === "true";
      const wanted = {
        owner: user.id,
        provider,
        settings,
        changes: settings,
        ownerPrice,
        apiKey,
        verify,
        create: true,
      };
      const { config, created } = await writeRow(wanted, stored, deps);
      if (body.isDefault) await choose(user.id, provider, deps);
      return { status: created ? 201 : 200, body: await rowOf(config, deps) };
    },

    listConfigs: async ({ user }) => {
      const rows = await rowsOf(user.id, deps);
      return { status: 200, body: { ...rows.find((row) => row.is_default), configs: rows } };
    },

    listModels: async ({ user, query: { provider } }) => {
      // The price list is large, and few routes read it.
      const { modelsOf } = await import("../../shared/providers/model-list.ts");
      const stored = await storedRow(user.id, provider, deps);
      const listed = await modelsOf(provider, deps.now(), stored?.key_models);
      return { status: 200, body: { provider, default_model: providerOf(provider).defaultModel, ...listed } };
    },

    listProviders: async () => ({
      status: 200,
      body: {
        providers: REGISTRY.map((row) => ({
          id: row.id,
          name: row.name,
          keys_page: row.pages.keys,
          billing_page: row.pages.billing,
          mend_pages: mendPages(row),
          key_looks_like: row.key.looksLike,
          demo_key: row.key.demo,
          default_model: row.defaultModel,
        })),
      },
    }),

    getConfig: async ({ user, params }) => {
      const row = (await rowsOf(user.id, deps)).find(({ provider }) => provider === params.provider);
      if (row === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: row };
    },

    patchConfig: async ({ user, params: { provider }, query, body }) => {
      const { modelName, temperature, maxTokens, ownerPrice, apiKey = "", isDefault } = body;
      const stored = await storedRow(user.id, provider, deps);
      if (stored === undefined) throw new LatchkeyError("not_found");
      const settings = {
        model_name: modelName ?? stored.model_name,
        temperature: temperature ?? stored.temperature,
        max_tokens: maxTokens ?? stored.max_tokens,
      };
      const changes = { model_name: modelName, temperature, max_tokens: maxTokens };
      const verify = query.verify === "true";
      const wanted = { owner: user.id, provider, settings, changes, ownerPrice, apiKey, verify, create: false };
      const { config } = await writeRow(wanted, stored, deps);
      if (isDefault === true) await choose(user.id, provider, deps);
      if (isDefault === false) await users.clearDefault(user.id, provider);
      return { status: 200, body: await rowOf(config, deps) };
    },

    verifyConfig: async ({ user, params: { provider } }) => {
      const stored = await storedRow(user.id, provider, deps);
      if (stored === undefined) throw new LatchkeyError("not_found");
      await countCheck(user.id, deps);
      await jobs.verifyKey(user.id, provider);
      return { status: 202, body: { id: stored.id } };
    },

    deleteConfig: async ({ user, params: { provider } }) => {
      if (!(await configs.remove(user.id, provider))) throw new LatchkeyError("not_found");
      // Otherwise a key of this provider that is stored years later would silently become the default.
      await users.clearDefault(user.id, provider);
      return { status: 204 };
    },
  };
}

/** Mails that the previous default key left held may be answered with this one. */
async function choose(userId: string, provider: Provider, { users, jobs }: Deps): Promise<void> {
  const before = (await users.get(userId))?.default_provider;
  await users.setDefault(userId, provider);
  if (before !== provider) await jobs.requeueHeld(userId);
}

async function storedRow(userId: string, provider: Provider, { configs }: Deps): Promise<Config | undefined> {
  return (await configs.list(userId)).find((row) => row.provider === provider);
}

async function rowsOf(userId: string, { configs, users }: Deps) {
  const [user, rows] = await Promise.all([users.get(userId), configs.list(userId)]);
  const chosen = defaultProvider(user?.default_provider, rows);
  return Promise.all(rows.map((row) => toApiRow(row, row.provider === chosen)));
}

async function rowOf(config: Config, { configs, users }: Deps) {
  const [user, rows] = await Promise.all([users.get(config.user_id), configs.list(config.user_id)]);
  return toApiRow(config, defaultProvider(user?.default_provider, rows) === config.provider);
}
