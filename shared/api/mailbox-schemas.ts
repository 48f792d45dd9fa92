import * as z from "zod/mini";
import { testResult } from "../forwarding/test-result.ts";
import { email, id, timestamp } from "./fields.ts";

/** A mailbox of the owner's from which mail is forwarded to the agent. */
export const connectMailboxBody = z.strictObject({ address: email });

export const mailboxParams = z.strictObject({ id, mailbox: id });

export const mailboxRow = z.object({
  id: z.string(),
  agent_id: z.string(),
  address: z.string(),
  /** `changed`: mails arrive, and nothing proves their senders. `not_arrived`: the test has not come back within ten minutes. */
  state: z.enum(["waiting", "connected", "changed", "not_arrived", "disconnected"]),
  title: z.string(),
  /** What the agent answers of the mails that come this way, and what waits for the owner, as sentences. */
  answered: z.array(z.string()),
  held: z.array(z.string()),
  advice: z.array(z.string()),
  tested_at: timestamp,
  /** How the last test came back; null if none has. `way_name`: the forwarder, as the owner knows it. */
  result: z.nullable(z.extend(testResult, { way_name: z.string() })),
});

/** A mail in which a service asks whether its user's mail may be forwarded to the agent. Code and link are plain text. */
const confirmationRow = z.object({
  run_id: z.string(),
  service: z.string(),
  code: z.nullable(z.string()),
  link: z.nullable(z.string()),
  asked_by: z.nullable(z.string()),
  received_at: timestamp,
});

export const mailboxList = z.object({ mailboxes: z.array(mailboxRow), confirmations: z.array(confirmationRow) });
