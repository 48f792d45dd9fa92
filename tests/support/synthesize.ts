import { synthesize } from "../../local/synth.ts";

/** Set once it is done in this run of vitest: two projects need it, and each asks for it. */
const DONE = "LATCHKEY_SYNTHESIZED";

/** Vitest's global set-up of the `stack` project: bundles, web app and cdk.out, made once from the code as it is now. */
export default async function setup(): Promise<void> {
  if (process.env[DONE] !== undefined) return;
  process.env[DONE] = "yes";
  await synthesize();
}
