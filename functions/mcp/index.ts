import { latchkey } from "../../packages/client/src/index.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { schema } from "./env.ts";
import { mcpHandler } from "./handler.ts";

/** The function has 15 s; a call that takes longer than this is reported rather than cut off with it. */
const TIMEOUT_MS = 10_000;

const env = readEnv(schema);

export const handler = mcpHandler({
  apiOf: (token) => latchkey({ url: env.API_URL, token, timeoutMs: TIMEOUT_MS }),
  allowedOrigins: env.ALLOWED_ORIGINS.split(",").filter((origin) => origin !== ""),
});
