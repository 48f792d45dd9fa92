import { defineConfig } from "vitest/config";

/** Two kinds of test: `unit` needs nothing made first; `stack` gets the bundles and the template, synthesized once. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{infra,local,stack}/**"],
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
    ],
  },
});
