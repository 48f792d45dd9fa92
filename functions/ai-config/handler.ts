import type { Config } from "../../shared/ai-configs/config.ts";
import type { ConfigStore, SealedKey } from "../../shared/ai-configs/config-store.ts";
import { defaultProvider } from "../../shared/ai-configs/default-config.ts";
import { fingerprint, mask } from "../../shared/ai-configs/mask.ts";
import type { KeySealer } from "../../shared/ai-configs/vault.ts";
import type { Provider } from "../../shared/api/fields.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { Secret } from "../../shared/secret.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

export type Deps = { configs: ConfigStore; users: UserStore; sealer: KeySealer };

export function aiConfigHandlers(deps: Deps): Handlers<"ai-config"> {
  const { configs, users, sealer } = deps;
  return {
    saveConfig: async ({ user, body }) => {
      const { provider, modelName: model_name, temperature, maxTokens: max_tokens } = body;
      const sealed = await seal(sealer, user.id, provider, body.apiKey);
      const values = { ...sealed, model_name, temperature, max_tokens };
      const { config, created } = await configs.save(user.id, provider, values, new Date());
      if (body.isDefault) await users.setDefault(user.id, provider);
      return { status: created ? 201 : 200, body: await rowOf(config, deps) };
    },

    listConfigs: async ({ user }) => {
      const rows = await rowsOf(user.id, deps);
      return { status: 200, body: { ...rows.find((row) => row.is_default), configs: rows } };
    },

    getConfig: async ({ user, params }) => {
      const row = (await rowsOf(user.id, deps)).find(({ provider }) => provider === params.provider);
      if (row === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: row };
    },

    patchConfig: async ({ user, params: { provider }, body }) => {
      const { modelName: model_name, temperature, maxTokens: max_tokens, apiKey, isDefault } = body;
      const sealed = apiKey === undefined ? {} : await seal(sealer, user.id, provider, apiKey);
      const changes = { ...sealed, model_name, temperature, max_tokens };
      const config = await configs.patch(user.id, provider, changes, new Date());
      if (config === undefined) throw new LatchkeyError("not_found");
      if (isDefault === true) await users.setDefault(user.id, provider);
      if (isDefault === false) await users.clearDefault(user.id, provider);
      return { status: 200, body: await rowOf(config, deps) };
    },

    deleteConfig: async ({ user, params: { provider } }) => {
      if (!(await configs.remove(user.id, provider))) throw new LatchkeyError("not_found");
      // Else a key of this provider that is stored years later would be the default without a word.
      await users.clearDefault(user.id, provider);
      return { status: 204 };
    },
  };
}

/** The key leaves the request here: sealed, and as what may be shown of it. */
async function seal(sealer: KeySealer, owner: string, provider: Provider, apiKey: string): Promise<SealedKey> {
  const ciphertext = await sealer.seal(owner, provider, new Secret(apiKey));
  return { ciphertext, mask: mask(apiKey), key_fingerprint: fingerprint(apiKey) };
}

async function rowsOf(userId: string, { configs, users }: Deps) {
  const [user, rows] = await Promise.all([users.get(userId), configs.list(userId)]);
  const chosen = defaultProvider(user?.default_provider, rows);
  return rows.map((row) => shown(row, row.provider === chosen));
}

async function rowOf(config: Config, { configs, users }: Deps) {
  const [user, rows] = await Promise.all([users.get(config.user_id), configs.list(config.user_id)]);
  return shown(config, defaultProvider(user?.default_provider, rows) === config.provider);
}

/** The row as the API shows it; the ciphertext stays behind. */
function shown({ ciphertext: _, first_saved_at: __, mask: api_key, ...row }: Config, is_default: boolean) {
  return { ...row, api_key, is_default, last_used_at: row.last_used_at ?? null };
}
