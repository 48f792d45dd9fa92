import * as z from "zod/mini";

/** Why an answer waits for its owner although the agent sends its answers at once. */
export const draftReason = z.enum(["first_mail", "office_closed"]);
export type DraftReason = z.infer<typeof draftReason>;

/** What the owner reads beside the draft. */
export const DRAFT_REASONS: Record<DraftReason, string> = {
  first_mail:
    "The agent has never answered this sender. You wanted to see the first answers to new senders; once you send one, the next go out by themselves.",
  office_closed: "The mail came outside of the agent's office hours, when its answers wait for you.",
};
