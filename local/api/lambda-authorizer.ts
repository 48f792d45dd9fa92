import * as z from "zod";
import type { LambdaHost } from "../functions/lambda-host.ts";
import type { Json } from "../template/template.ts";

/** The template's Lambda authorizer on one route. */
export type CallerRules = { functionName: string; headers: string[]; cachedMs: number };

export type CallerAnswer = { allowed: true; context: Json } | { allowed: false; status: 401 | 403 | 500 };

/** The bounds of what the cache holds, so that a machine that is flooded with garbage stays small. */
const MAX_CACHED = 10_000;

// A boolean: the gateway takes no other word for a yes.
const answer = z.object({ isAuthorized: z.boolean(), context: z.record(z.string(), z.json()).default({}) });
type Cached = { until: number; answer: z.infer<typeof answer> };

/**
 * Asks a function who calls, as API Gateway's Lambda authorizer with simple responses does. Its answer is kept by the
 * values of its identity sources, for all routes alike; an error is not kept.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export function createLambdaAuthorizer(hosts: Map<string, Pick<LambdaHost, "invoke">>, clock: () => number) {
  const cache = new Map<string, Cached>();

  return async function identify(
    { functionName, headers, cachedMs }: CallerRules,
    given: Record<string, string | undefined>,
    event: (identitySource: string[]) => Json,
  ): Promise<CallerAnswer> {
    const values = headers.flatMap((name) => given[name] || []);
    if (values.length < headers.length) return { allowed: false, status: 401 };
    const key = JSON.stringify([functionName, values]);
    const known = cache.get(key);
    if (known && known.until > clock()) return decided(known.answer);
    const parsed = answer.safeParse(
      await hosts
        .get(functionName)
        ?.invoke(event(values))
        .catch(() => undefined),
    );
    if (!parsed.success) return { allowed: false, status: 500 };
    if (cachedMs > 0) {
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, { until: clock() + cachedMs, answer: parsed.data });
    }
    return decided(parsed.data);
  };
}

function decided({ isAuthorized, context }: Cached["answer"]): CallerAnswer {
  return isAuthorized ? { allowed: true, context } : { allowed: false, status: 403 };
}
