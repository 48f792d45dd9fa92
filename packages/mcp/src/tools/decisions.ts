import * as z from "zod/mini";
import { answerText, hintText } from "../../../../shared/api/conversation-schemas.ts";
import { ok } from "../../../client/src/index.ts";
import { tool } from "../tool.ts";
import { NOTICE, notice, whole, wholeConversation } from "../untrusted.ts";
import { ACTS, DECIDES } from "./hints.ts";
import { conversationId, readAt } from "./inputs.ts";

const scope = "drafts:decide";
const bound = { id: conversationId, updated_at: readAt };
const output = z.object({ notice, conversation: wholeConversation });
const at = (id: string) => ({ params: { path: { id } } });
const changed = (run: unknown) => ({ notice: NOTICE, conversation: whole(run) });

export const approveDraft = tool({
  name: "approve_draft",
  title: "Send a draft",
  description:
    "Sends the draft as an e-mail to the customer. It cannot be taken back. Do it only when the person you work for has approved this very text. Read the conversation again after a few seconds to see that it left.",
  scope,
  hints: ACTS,
  input: z.strictObject({
    ...bound,
    text: z.exactOptional(answerText.check(z.describe("Send this text in place of the draft's own."))),
  }),
  output,
  run: async (api, { id, updated_at: unchangedSince, ...text }) =>
    changed(await ok(api.POST("/api/conversations/{id}/approve", { ...at(id), body: { ...text, unchangedSince } }))),
});

export const editDraft = tool({
  name: "edit_draft",
  title: "Change a draft's text",
  description: "Replaces the text of a draft and leaves it waiting. The text before is not kept.",
  scope,
  hints: DECIDES,
  input: z.strictObject({ ...bound, text: answerText.check(z.describe("The whole new text.")) }),
  output,
  run: async (api, { id, updated_at: unchangedSince, text: answer }) =>
    changed(await ok(api.PATCH("/api/conversations/{id}", { ...at(id), body: { answer, unchangedSince } }))),
});

export const discardDraft = tool({
  name: "discard_draft",
  title: "Discard a draft or a held mail",
  description: "Lets a drafted or held mail be: the customer gets no answer. The owner can reopen it in the web app.",
  scope,
  hints: DECIDES,
  input: z.strictObject(bound),
  output,
  run: async (api, { id, updated_at: unchangedSince }) =>
    changed(await ok(api.POST("/api/conversations/{id}/drop", { ...at(id), body: { unchangedSince } }))),
});

export const askAgain = tool({
  name: "ask_again",
  title: "Ask for another answer",
  description:
    "Has the agent write another answer to a drafted mail, or to a held one that has an answer, in place of the one before. It costs a further call of the owner's AI provider. The agent's mode decides whether it waits as a draft again. Read the conversation again until its state rests.",
  scope,
  hints: ACTS,
  input: z.strictObject({
    ...bound,
    hint: z.exactOptional(hintText.check(z.describe("What to do otherwise, e.g. `shorter, and offer Tuesday`."))),
  }),
  output,
  run: async (api, { id, updated_at: unchangedSince, ...hint }) =>
    changed(await ok(api.POST("/api/conversations/{id}/regenerate", { ...at(id), body: { ...hint, unchangedSince } }))),
});
