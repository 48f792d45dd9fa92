import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint, mask } from "../../../shared/ai-configs/mask.ts";

test.each([
  ["sk-proj-abcdefghijklmnopqrstuvwxyz0123456789", "sk-proj-ab..."],
  ["sk-ant-api03-abcdefghijklmnopqrstuvwxyz", "sk-ant-api..."],
  ["sk-demo-alice", "sk-d..."],
  ["12345678", "12..."],
])("the mask of %s is %s", (key, shown) => {
  expect(mask(key)).toBe(shown);
});

const key = fc.string({ minLength: 8, maxLength: 512 });

test("a mask shows at most 10 characters and at most a third of a key", () => {
  fc.assert(
    fc.property(key, (value) => {
      const shown = mask(value).slice(0, -3);
      expect(value.startsWith(shown)).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(Math.min(10, value.length / 3));
    }),
  );
});

test("a fingerprint tells keys apart that begin alike, and holds no part of the key", () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(fingerprint(`sk-ant-api${a}`) === fingerprint(`sk-ant-api${b}`)).toBe(a === b);
      expect(fingerprint(a)).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});
