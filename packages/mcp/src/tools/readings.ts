import * as z from "zod/mini";
import { type Latchkey, ok } from "../../../client/src/index.ts";
import { tool } from "../tool.ts";
import { NOTICE, notice, whole, wholeConversation } from "../untrusted.ts";
import { LOOKS } from "./hints.ts";
import { conversationId, nextCursor, pageSize, threadId } from "./inputs.ts";

/** Each mail of a thread is one more call of the API. */
const MOST_MAILS = 10;

const one = z.object({ notice, conversation: wholeConversation });

async function read(api: Latchkey, id: string): Promise<z.infer<typeof one>> {
  const run = await ok(api.GET("/api/conversations/{id}", { params: { path: { id } } }));
  return { notice: NOTICE, conversation: whole(run) };
}

export const readConversation = tool({
  name: "read_conversation",
  title: "One conversation",
  description:
    "Reads one conversation: the mail (its text is cut at 4,000 characters), the draft or the answer, why it rests, what it cost, and its `updated_at`, which a decision needs.",
  scope: "conversations:read",
  hints: LOOKS,
  input: z.strictObject({ id: conversationId }),
  output: one,
  run: (api, { id }) => read(api, id),
});

export const readThread = tool({
  name: "read_thread",
  title: "A thread",
  description:
    "Reads the conversations of one thread with their mails and answers, newest first. A conversation without a `thread_id` is alone: use read_conversation.",
  scope: "conversations:read",
  hints: LOOKS,
  input: z.strictObject({ thread_id: threadId, limit: pageSize(MOST_MAILS, 5), cursor: nextCursor }),
  output: z.object({ notice, conversations: z.array(wholeConversation), next_cursor: z.nullable(z.string()) }),
  run: async (api, query) => {
    const { runs, next_cursor } = await ok(api.GET("/api/conversations", { params: { query } }));
    const all = await Promise.all(runs.map(({ id }) => read(api, id)));
    return { notice: NOTICE, conversations: all.map(({ conversation }) => conversation), next_cursor };
  },
});
