import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/browser/screenshots/screenshots.ts", "tests/browser/dashboard/picture.ts"],
    globalSetup: "tests/browser/support/global-setup.ts",
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
