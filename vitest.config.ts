import { defineConfig } from "vitest/config";
import { RUNS_HERE } from "./tests/browser/support/chromium-files.ts";
import { TimeReport } from "./tests/support/time-report.ts";

/** No test is about time, and a busy machine may take long: these end only what hangs. */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 120_000 } } };

/**
 * Three kinds of test: `unit` needs nothing made first; `stack` gets the bundles and the template, synthesized once, and
 * `inside` runs its tests of AWS once more over the way that needs no socket;
 * `browser` gets a Chromium too, and runs where there is one for the machine.
 */
export default defineConfig({
  test: {
    reporters: ["default", new TimeReport()],
    // One file waits for a browser or a queue as often as it computes, so two share even two cores well.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...PATIENCE,
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{infra,local,stack,browser}/**"],
        },
      },
      {
        test: {
          ...PATIENCE,
          name: "stack",
          include: ["tests/{infra,local,stack}/**/*.test.ts"],
          globalSetup: "tests/support/synthesize.ts",
        },
      },
      {
        test: {
          ...PATIENCE,
          name: "inside",
          include: ["tests/local/aws/**/*.test.ts"],
          // These are of the machine's files and sockets, or have no client.
          exclude: ["tests/local/aws/{restart,signature}.test.ts", "tests/local/aws/{iam,cognito}/**"],
          env: { LATCHKEY_WAY: "inside" },
        },
      },
      {
        test: {
          ...PATIENCE,
          name: "browser",
          include: RUNS_HERE ? ["tests/browser/**/*.test.ts"] : [],
          globalSetup: "tests/browser/support/global-setup.ts",
        },
      },
    ],
  },
});
