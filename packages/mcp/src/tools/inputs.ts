import * as z from "zod/mini";
import { answeredAt, cursor, id } from "../../../../shared/api/fields.ts";

/** What the tools take. A model reads the descriptions. */
export const conversationId = id.check(z.describe("The conversation's `id`, as a list shows it."));

/** A decision is bound to what was read, so that no draft leaves that was changed after that. */
export const readAt = answeredAt.check(
  z.describe("The conversation's `updated_at` as you read it. Nothing is done if it has changed since."),
);

export const nextCursor = z.exactOptional(
  cursor.check(z.describe("`next_cursor` of the page before, to get the next page.")),
);

export const agentId = z.exactOptional(id.check(z.describe("Only of the agent with this id.")));

export const pageSize = (most: number, usual: number) =>
  z._default(z.number().check(z.int(), z.gte(1), z.lte(most), z.describe("How many at most.")), usual);

export const threadId = id.check(z.describe("A conversation's `thread_id`: all mails of one thread have the same."));
