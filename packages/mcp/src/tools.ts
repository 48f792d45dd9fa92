import type { Tool } from "./tool.ts";
import { approveDraft, askAgain, discardDraft, editDraft } from "./tools/decisions.ts";
import { listConversations, listWaiting } from "./tools/lists.ts";
import { readConversation, readThread } from "./tools/readings.ts";

/** Every tool, in the order in which a client shows them. docs/programs.md has the same table. */
export const TOOLS: readonly Tool[] = [
  listWaiting,
  listConversations,
  readConversation,
  readThread,
  approveDraft,
  editDraft,
  discardDraft,
  askAgain,
];
