import { expect, it } from "vitest";
import { GUARDS } from "./guards.ts";
import { weakened } from "./weakened.ts";

// What the search finds without each of them: `npm run guards`, and docs/proofs.md.
it.each(GUARDS)("the guard stands in the source exactly once: $name", (guard) => {
  const [source = ""] = weakened([guard]).values();
  expect(source).not.toContain(guard.guard);
});
