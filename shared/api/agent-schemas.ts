import * as z from "zod/mini";
import { id, oneLine, provider, timestamp } from "./fields.ts";

const instructions = z.string().check(z.maxLength(8_000));
/** One mail, at most one answer: this bounds what an agent can cost in a UTC day. */
const maxMailsPerDay = z.number().check(z.int(), z.gte(1), z.lte(10_000));

export const createAgentBody = z.strictObject({
  name: oneLine(80),
  type: z.literal("email_inbound"),
  instructions: z._default(instructions, ""),
  /** Which of the owner's keys answers; null follows the owner's default. */
  provider: z._default(z.nullable(provider), null),
  maxMailsPerDay: z._default(maxMailsPerDay, 1_000),
});

export const patchAgentBody = z.strictObject({
  name: z.optional(oneLine(80)),
  instructions: z.optional(instructions),
  provider: z.optional(z.nullable(provider)),
  maxMailsPerDay: z.optional(maxMailsPerDay),
  isActive: z.optional(z.boolean()),
});

export const agentRow = z.object({
  id: z.string(),
  user_id: z.string(),
  name: z.string(),
  type: z.literal("email_inbound"),
  address: z.string(),
  instructions: z.string(),
  provider: z.nullable(provider),
  max_mails_per_day: z.number(),
  is_active: z.boolean(),
  created_at: timestamp,
  updated_at: timestamp,
});

export const agentList = z.object({ agents: z.array(agentRow) });
export const agentParams = z.strictObject({ id });
