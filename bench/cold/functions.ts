import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** A file of a bundle that is started by itself, and what it is asked; without an event it is only loaded. */
export type Started = { name: string; folder: string; url: string; event?: string };

// What a request without a valid token is, which is answered without any call to AWS.
const REQUEST = JSON.stringify({
  version: "2.0",
  routeKey: "GET /api/openapi.json",
  rawPath: "/api/openapi.json",
  headers: { authorization: "Bearer none" },
  requestContext: { http: { method: "GET", path: "/api/openapi.json" } },
  isBase64Encoded: false,
});
const NO_RECORDS = JSON.stringify({ Records: [] });

const EVENTS: Record<string, string> = {
  ...Object.fromEntries(
    ["auth", "ai-config", "agents", "conversations", "usage", "account", "tokens", "authorizer", "openapi"].map(
      (name) => [name, REQUEST],
    ),
  ),
  ...Object.fromEntries(
    ["mail-router", "agent-runner", "delivery-events", "notifier", "account-deletion"].map((name) => [
      name,
      NO_RECORDS,
    ]),
  ),
};

const THREAD = "reading-thread.mjs";

/** The functions whose bundles lie in `dist/functions` of a checkout, and the runner's reading thread. */
export function functionsOf(root: string): Started[] {
  const all = resolve(root, "dist/functions");
  return readdirSync(all)
    .toSorted()
    .flatMap((name) => {
      const folder = join(all, name);
      const event = EVENTS[name];
      const own = { name, folder, url: urlOf(folder, "index.mjs"), ...(event !== undefined && { event }) };
      const thread = { name: `${name}, its thread`, folder, url: urlOf(folder, THREAD) };
      return existsSync(join(folder, THREAD)) ? [own, thread] : [own];
    });
}

function urlOf(folder: string, file: string): string {
  return pathToFileURL(join(folder, file)).href;
}

const QUEUE = "http://127.0.0.1:1/000000000000/queue";

/** Every setting that a function may read, of the right form; a function reads its own and no other. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env["PATH"],
  AWS_REGION: "eu-west-1",
  AWS_ACCESS_KEY_ID: "AKIABENCH",
  AWS_SECRET_ACCESS_KEY: "bench",
  AWS_LAMBDA_FUNCTION_NAME: "bench",
  ...Object.fromEntries(
    [
      ...["USERS_TABLE", "AI_CONFIGURATIONS_TABLE", "AGENTS_TABLE", "ADDRESSES_TABLE", "RUNS_TABLE", "USAGE_TABLE"],
      ...["BLOCKED_TABLE", "HOURLY_LIMITS_TABLE", "RUNNER_MARKS_TABLE", "DELIVERY_MARKS_TABLE", "NOTICE_MARKS_TABLE"],
      ...[
        "CALLER_LIMITS_TABLE",
        "API_TOKENS_TABLE",
        "API_TOKEN_OWNERS_TABLE",
        "IDEMPOTENCY_KEYS_TABLE",
        "EDGE_PROOF",
        "VAULT_KEY_ARN",
        "RAW_MAIL_BUCKET",
        "CONFIGURATION_SET",
        "WEB_BUCKET",
        "RULE_SET",
      ],
    ].map((name) => [name, "bench"]),
  ),
  ...Object.fromEntries(
    ["AGENT_RUNS_QUEUE_URL", "NOTICES_QUEUE_URL", "DELETIONS_QUEUE_URL"].map((name) => [name, QUEUE]),
  ),
  USER_POOL_ID: "eu-west-1_bench",
  USER_POOL_CLIENT_ID: "bench",
  EMAIL_CONFIRMATION: "off",
  CODES_PER_DAY: "1000",
  MAX_INVOCATIONS: "10",
  MAIL_DOMAIN: "agents.example",
  REPLIES_PER_HOUR: "1000",
  REPLIES_PER_DAY: "1000",
  OWNER_SHARE: "20",
  LAST_LOOK_SECONDS: "900",
  LOG_IN_SECONDS: "900",
};
