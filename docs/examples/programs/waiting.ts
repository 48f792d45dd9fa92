/**
 * What waits for you, and one draft sent:
 *
 *     export LATCHKEY_URL=https://latchkey.example.com LATCHKEY_TOKEN=lk_...
 *     node docs/examples/programs/waiting.ts
 *     node docs/examples/programs/waiting.ts approve ID
 *
 * The token needs the scope conversations:read, and drafts:decide to approve.
 */
import { ApiError, everyPage, idempotent, latchkey, ok } from "../../../packages/client/src/index.ts";

const { LATCHKEY_URL: url = "http://localhost:3000", LATCHKEY_TOKEN: token = "" } = process.env;
const api = latchkey({ url, token });

async function list(): Promise<void> {
  const pages = everyPage((at) =>
    ok(api.GET("/api/conversations", { params: { query: { ...at, state: "needs_owner" } } })),
  );
  for await (const { runs } of pages) {
    for (const { id, state, from, subject, reason_text } of runs) {
      console.log(`${id}  ${state}  ${from}: ${subject}${reason_text === null ? "" : ` (${reason_text})`}`);
    }
  }
}

async function approve(id: string): Promise<void> {
  const path = { params: { path: { id } } };
  const run = await ok(api.GET("/api/conversations/{id}", path));
  if (run.thread_id !== null) {
    const query = { thread_id: run.thread_id };
    const { runs } = await ok(api.GET("/api/conversations", { params: { query } }));
    console.log(`Mail ${runs.length} of its thread, from ${run.from}: ${run.subject}`);
  }
  console.log(`${run.text}\n--\n${run.draft?.text}`);
  // The draft leaves only as it was read above, and once, however often this is sent.
  const body = { unchangedSince: run.updated_at };
  const { state } = await ok(api.POST("/api/conversations/{id}/approve", { ...path, ...idempotent(), body }));
  console.log(`Approved: ${state}`);
}

try {
  const [word, id] = process.argv.slice(2);
  if (word === "approve" && id !== undefined) await approve(id);
  else await list();
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
