import { fingerprint } from "../../../shared/ai-configs/mask.ts";
import type { Provider } from "../../../shared/providers/registry.ts";
import { Secret } from "../../../shared/secret.ts";
import type { Env } from "../env.ts";

/** The team's own key, for owners who have stored none. */
export type PlatformKey = {
  provider: Provider;
  model: string;
  mailsPerMonth: number;
  /** Opens the key. A replaced key may be returned for a few more minutes. */
  open(): Promise<{ key: Secret; fingerprint: string }>;
};

/** How long a replaced key may still be used. */
const KEPT_MS = 5 * 60_000;

/** Undefined if the team has not turned it on. */
export function platformKeyOf(env: Env, now: () => Date): PlatformKey | undefined {
  const { PLATFORM_KEY_SECRET: secret, PLATFORM_PROVIDER: provider, PLATFORM_MODEL: model } = env;
  const mailsPerMonth = Number(env.PLATFORM_MAILS_PER_MONTH ?? 0);
  if (secret === undefined || provider === undefined || model === undefined || mailsPerMonth === 0) return undefined;
  return { provider, model, mailsPerMonth, open: kept(() => readSecret(secret), now) };
}

function kept<T>(read: () => Promise<T>, now: () => Date): () => Promise<T> {
  let last: { value: T; at: number } | undefined;
  return async () => {
    const at = now().getTime();
    if (last === undefined || at - last.at > KEPT_MS) last = { value: await read(), at };
    return last.value;
  };
}

/** The client is loaded on first use, so a stack without a platform key never loads it. */
async function readSecret(name: string): Promise<{ key: Secret; fingerprint: string }> {
  const [{ secretsManager }, { GetSecretValueCommand }] = await Promise.all([
    import("../../../shared/aws/secrets-manager.ts"),
    import("@aws-sdk/client-secrets-manager"),
  ]);
  const { SecretString } = await secretsManager().send(new GetSecretValueCommand({ SecretId: name }));
  const value = SecretString?.trim();
  if (!value) throw new Error("The platform's secret holds no text");
  return { key: new Secret(value), fingerprint: fingerprint(value) };
}
