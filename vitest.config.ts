import { defineConfig } from "vitest/config";
import { RUNS_HERE } from "./tests/browser/support/chromium-files.ts";

/**
 * Three kinds of test: `unit` needs nothing made first; `stack` gets the bundles and the template, synthesized once;
 * `browser` gets a Chromium too, and runs where there is one for the machine.
 */
export default defineConfig({
  test: {
    // One file waits for a browser or a queue as often as it computes, so two share even two cores well.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{infra,local,stack,browser}/**"],
          // No test is about time; a busy machine may take long.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "stack",
          include: ["tests/{infra,local,stack}/**/*.test.ts"],
          globalSetup: "tests/support/synthesize.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: RUNS_HERE ? ["tests/browser/**/*.test.ts"] : [],
          globalSetup: "tests/browser/support/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
