import * as z from "zod/mini";
import { stateFilter } from "../../../../shared/runs/run-state.ts";
import { type Latchkey, ok, type operations } from "../../../client/src/index.ts";
import { tool } from "../tool.ts";
import { listed, listedConversation, NOTICE, notice } from "../untrusted.ts";
import { LOOKS } from "./hints.ts";
import { agentId, nextCursor, pageSize, threadId } from "./inputs.ts";

type Query = NonNullable<operations["listRuns"]["parameters"]["query"]>;

/** The API may answer a filtered list with an empty page that has a next one. A model would take it for the end. */
const MOST_PAGES = 5;

const page = z.object({ notice, conversations: z.array(listedConversation), next_cursor: z.nullable(z.string()) });

async function firstFilled(api: Latchkey, query: Query): Promise<z.infer<typeof page>> {
  const ask = (more: Query) => ok(api.GET("/api/conversations", { params: { query: { ...query, ...more } } }));
  let answer = await ask({});
  for (let pages = 1; pages < MOST_PAGES && answer.runs.length === 0 && answer.next_cursor !== null; pages++) {
    answer = await ask({ cursor: answer.next_cursor });
  }
  return { notice: NOTICE, conversations: answer.runs.map(listed), next_cursor: answer.next_cursor };
}

export const listWaiting = tool({
  name: "list_waiting",
  title: "What waits for a decision",
  description:
    "Lists the conversations that wait for their owner, newest first: drafted answers (state `drafted`) and mails that are held (state `held`, with the reason). Begin here.",
  scope: "conversations:read",
  hints: LOOKS,
  input: z.strictObject({
    waits_as: z._default(
      z.enum(["drafted", "held", "any"]).check(z.describe("Only drafts, only held mails, or both.")),
      "any",
    ),
    agent_id: agentId,
    limit: pageSize(50, 20),
    cursor: nextCursor,
  }),
  output: page,
  run: (api, { waits_as, ...query }) =>
    firstFilled(api, { ...query, state: waits_as === "any" ? "needs_owner" : waits_as }),
});

export const listConversations = tool({
  name: "list_conversations",
  title: "Conversations",
  description:
    "Lists conversations (one mail at one agent each), newest first, answered ones too. Give an agent or a thread, not both.",
  scope: "conversations:read",
  hints: LOOKS,
  input: z.strictObject({
    agent_id: agentId,
    thread_id: z.exactOptional(threadId),
    state: z.exactOptional(stateFilter.check(z.describe("Only in this state."))),
    q: z.exactOptional(
      z.string().check(z.minLength(1), z.maxLength(100), z.describe("Text in the sender or the subject.")),
    ),
    limit: pageSize(50, 20),
    cursor: nextCursor,
  }),
  output: page,
  run: firstFilled,
});
