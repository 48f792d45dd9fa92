import synthesize from "../../support/synthesize.ts";
import { RUNS_HERE, unpackChromium } from "./chromium-files.ts";

/** Vitest's global set-up of the `browser` project: current bundles, template and web app, and a browser. */
export default async function setup(): Promise<void> {
  if (RUNS_HERE) await Promise.all([synthesize(), unpackChromium()]);
}
