import { defineConfig } from "vitest/config";

/** The quick tests of the files that `npm run mutants` changes; Stryker runs for each change those that reach it. */
export default defineConfig({
  test: {
    include: [
      "tests/shared/mail/decide.test.ts",
      "tests/shared/mail/verdict-table.test.ts",
      "tests/shared/mail/verdicts.test.ts",
      "tests/shared/mail/address.test.ts",
      "tests/shared/mail/part-types.test.ts",
      "tests/shared/mail/reply-to.test.ts",
      "tests/shared/runs/ledger.test.ts",
      "tests/shared/runs/ledger-drafts.test.ts",
      "tests/shared/runs/ledger-table.test.ts",
      "tests/shared/usage/reservations.test.ts",
      "tests/shared/ai-configs/vault.test.ts",
      "tests/shared/http/token-verifier.test.ts",
      "tests/shared/http/api-handler.test.ts",
      "tests/functions/agent-runner/budgets.test.ts",
      "tests/functions/agent-runner/steps.test.ts",
      "tests/functions/agent-runner/{call,limits,prompt,stop}/*.test.ts",
      "tests/functions/auth/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
