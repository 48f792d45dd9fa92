import { ApiError, type Latchkey } from "../../client/src/index.ts";
import type { Scope } from "./tool.ts";

/** For each scope a call that changes nothing: an API token is refused for its scope before its call is read. */
const PROBES: Record<Scope, (api: Latchkey) => Promise<{ response: Response }>> = {
  "conversations:read": (api) => api.GET("/api/conversations", { params: { query: { limit: 1 } } }),
  "drafts:decide": (api) => api.POST("/api/conversations/{id}/drop", { params: { path: { id: "absent" } }, body: {} }),
};

/** True unless the API refuses the token for want of this scope. A session may do all. */
export async function mayUse(api: Latchkey, scope: Scope): Promise<boolean> {
  try {
    const { response } = await PROBES[scope](api);
    return response.status !== 403;
  } catch (error) {
    // Without an answer nothing is known, and the calls themselves will tell.
    if (error instanceof ApiError) return true;
    throw error;
  }
}
