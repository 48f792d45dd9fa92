import * as z from "zod/mini";

/**
 * How Latchkey knows that the owner answers in a thread. `copy`: the owner's answer reached the agent. `reply`: the customer
 * answered a mail that is not the agent's. `asked`: the owner said so.
 */
export const quietBecause = z.enum(["copy", "reply", "asked"]);
export type QuietBecause = z.infer<typeof quietBecause>;
