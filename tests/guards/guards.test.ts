import { expect, it } from "vitest";
import { GUARDS } from "./guards.ts";
import { weakened } from "./weakened.ts";

// `npm run guards` and docs/proofs.md show what the search finds without each guard.
it.each(GUARDS)("the guard is in the source exactly once: $name", (guard) => {
  const [source = ""] = weakened([guard]).values();
  expect(source).not.toContain(guard.guard);
});
