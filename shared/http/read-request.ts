import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod/mini";
// zod/mini has no messages of its own. These are zod's English ones.
import english from "zod/v4/locales/en.js";
import type { Route } from "../api/route.ts";
import { LatchkeyError } from "../errors.ts";
import { fieldsAtFault } from "./fields-at-fault.ts";
import { readJson } from "./read-json.ts";

const messages = { error: english().localeError };

/** The request's parts as the route's schemas parse them. A part that the route does not take is undefined. */
export function readRequest(route: Route, event: APIGatewayProxyEventV2) {
  return {
    params: route.params && readParams(route.params, event.pathParameters ?? {}),
    query: route.query && read(route.query, event.queryStringParameters ?? {}),
    body: route.body && read(route.body, route.bodyOptional && !event.body ? {} : readJson(event)),
  };
}

/** An impossible id is answered like a missing one, so that the answer tells nothing about ids. */
function readParams(schema: z.ZodMiniType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new LatchkeyError("not_found");
  return parsed.data;
}

function read(schema: z.ZodMiniType, given: unknown): unknown {
  const parsed = schema.safeParse(given, messages);
  if (parsed.success) return parsed.data;
  throw new LatchkeyError("invalid_request", { fields: fieldsAtFault(parsed.error.issues) });
}
