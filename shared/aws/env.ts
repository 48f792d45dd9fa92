import * as z from "zod/mini";

const name = z.string().check(z.minLength(1));

/** What every function that checks an access token must know about the user pool. */
export const tokenEnv = { USER_POOL_ID: name, USER_POOL_CLIENT_ID: name };

/** What every function that takes sessions and API tokens must know: apiCallers (shared/http/callers.ts). */
export const callerEnv = { ...tokenEnv, USERS_TABLE: name, API_TOKENS_TABLE: name };

/** The settings that more than one function reads. Each function's env.ts picks the ones it needs. */
export const env = {
  USERS_TABLE: name,
  AI_CONFIGURATIONS_TABLE: name,
  AGENTS_TABLE: name,
  ADDRESSES_TABLE: name,
  RUNS_TABLE: name,
  USAGE_TABLE: name,
  BLOCKED_TABLE: name,
  HOURLY_LIMITS_TABLE: name,
  RUNNER_MARKS_TABLE: name,
  DELIVERY_MARKS_TABLE: name,
  NOTICE_MARKS_TABLE: name,
  CALLER_LIMITS_TABLE: name,
  API_TOKENS_TABLE: name,
  API_TOKEN_OWNERS_TABLE: name,
  IDEMPOTENCY_KEYS_TABLE: name,
  VAULT_KEY_ARN: name,
  RAW_MAIL_BUCKET: name,
  AGENT_RUNS_QUEUE_URL: z.url(),
  NOTICES_QUEUE_URL: z.url(),
  DELETIONS_QUEUE_URL: z.url(),
  /** The domain of the agents' addresses. */
  MAIL_DOMAIN: name,
  CONFIGURATION_SET: name,
  /** Set where the team pays for the mails of owners without a key. */
  PLATFORM_MAILS_PER_MONTH: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
};

/**
 * Reads a function's settings once, at start-up.
 * @throws Error that names every invalid variable, so that a broken deployment says so in its first log line
 */
export function readEnv<T extends z.ZodMiniType>(schema: T): z.infer<T> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new Error(`The function's environment lacks or mis-spells: ${names}`);
}
