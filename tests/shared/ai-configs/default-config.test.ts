import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultProvider } from "../../../shared/ai-configs/default-config.ts";
import { PROVIDERS } from "../../../shared/providers/registry.ts";

const provider = fc.constantFrom(...PROVIDERS);
const times = ["2026-11-21T00:00:00.000Z", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"];
const rows = fc.uniqueArray(fc.record({ provider, first_saved_at: fc.constantFrom(...times) }), {
  selector: (row) => row.provider,
});

test("the stored provider is the default if it has a row", () => {
  fc.assert(
    fc.property(rows, provider, (all, stored) => {
      if (all.some((row) => row.provider === stored)) expect(defaultProvider(stored, all)).toBe(stored);
    }),
  );
});

test("else the oldest row is, in whatever order the rows come", () => {
  fc.assert(
    fc.property(rows, fc.option(provider, { nil: undefined }), (all, stored) => {
      if (all.some((row) => row.provider === stored)) return;
      const chosen = all.find((row) => row.provider === defaultProvider(stored, all));
      const ages = all.map((row) => row.first_saved_at).sort();
      expect(chosen?.first_saved_at).toBe(ages[0]);
      expect(defaultProvider(stored, all.toReversed())).toBe(chosen?.provider);
    }),
  );
});

test("exactly one row is the default as long as there is one", () => {
  fc.assert(
    fc.property(rows, fc.option(provider, { nil: undefined }), (all, stored) => {
      const chosen = defaultProvider(stored, all);
      expect(all.filter((row) => row.provider === chosen)).toHaveLength(Math.min(all.length, 1));
    }),
  );
});
