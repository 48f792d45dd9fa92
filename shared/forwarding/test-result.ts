import * as z from "zod/mini";
import { WAY_IDS } from "./way-ids.ts";

/** What was left of a test mail's proof when it came back. */
export const testResult = z.object({
  at: z.string(),
  /**
   * `connected`: it came with its proof. `changed`: it came, and nothing proves its sender any more. `answered`: somebody or
   * something wrote back to the agent in place of forwarding it.
   */
  outcome: z.enum(["connected", "changed", "answered"]),
  way: z.enum(WAY_IDS),
  /** From is as we wrote it. */
  from_kept: z.boolean(),
  subject_kept: z.boolean(),
  /** Our own signature, as the receiving server found it. */
  dkim: z.enum(["pass", "fail"]),
  /** The chain of seals, and whose seal is the last one of a true chain. */
  arc: z.enum(["none", "pass", "fail"]),
  sealer: z.optional(z.string()),
  /** The forwarder wrote itself into the envelope (SRS and the like), so that SPF passes. */
  envelope_rewritten: z.boolean(),
  spf: z.enum(["pass", "fail", "none"]),
  dmarc: z.enum(["pass", "fail", "none"]),
});
export type TestResult = z.infer<typeof testResult>;
