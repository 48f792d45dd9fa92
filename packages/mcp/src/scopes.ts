import { ApiError, type Latchkey, ok } from "../../client/src/index.ts";
import type { ToolScope } from "./tool.ts";

/** For each scope a call that changes nothing: an API token is refused for its scope before its call is read. */
const PROBES: Record<ToolScope, (api: Latchkey) => Promise<unknown>> = {
  "conversations:read": (api) => ok(api.GET("/api/conversations", { params: { query: { limit: 1 } } })),
  "drafts:decide": (api) =>
    ok(api.POST("/api/conversations/{id}/drop", { params: { path: { id: "absent" } }, body: {} })),
};

/**
 * False where the API refuses the token for want of this scope. A session may do all.
 * @throws ApiError for a token that is no good at all
 */
export async function mayUse(api: Latchkey, scope: ToolScope): Promise<boolean> {
  try {
    await PROBES[scope](api);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401) throw error;
    // Any other answer says nothing of the scope, and the calls themselves will tell.
    return error.status !== 403;
  }
}
