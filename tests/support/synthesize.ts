import { synthesize } from "../../local/synth.ts";

/** Vitest's global set-up of the `stack` project: the bundles and cdk.out, made once from the code as it is now. */
export default async function setup(): Promise<void> {
  await synthesize();
}
