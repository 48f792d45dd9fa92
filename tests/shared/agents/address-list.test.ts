import { expect, test } from "vitest";
import {
  liveOf,
  MAX_ADDRESSES,
  replyAddress,
  withAddress,
  withEnd,
  withFirst,
  withoutAddress,
  withReplaced,
} from "../../../shared/agents/address-list.ts";
import type { LatchkeyError } from "../../../shared/errors.ts";

const NOW = new Date("2026-11-29T12:00:00.000Z");
const LATER = "2026-12-29T12:00:00.000Z";
const EARLIER = "2026-11-29T11:59:59.999Z";
const list = {
  address: "a@x",
  other_addresses: [{ address: "b@x" }, { address: "c@x", ends_at: LATER }, { address: "d@x", ends_at: EARLIER }],
};
const kept = list.other_addresses.slice(0, 2);

function codeOf(change: () => unknown): string | undefined {
  try {
    change();
  } catch (error) {
    return (error as LatchkeyError).code;
  }
  return undefined;
}

test("an answer leaves from the address that its mail came to, or from the first one where that has ended", () => {
  const from = (recipient: string) => replyAddress(list, recipient, NOW);
  expect([from("a@x"), from("b@x"), from("c@x"), from("d@x"), from("gone@x")]).toEqual([
    "a@x",
    "b@x",
    "c@x",
    "a@x",
    "a@x",
  ]);
  expect(replyAddress(list, "c@x", new Date(LATER))).toBe("a@x");
  expect(liveOf(list, NOW)).toEqual(["a@x", "b@x", "c@x"]);
});

test("each change forgets what has ended", () => {
  expect(withAddress(list, "e@x", false, NOW)).toEqual({
    address: "a@x",
    other_addresses: [...kept, { address: "e@x" }],
  });
  expect(withAddress(list, "e@x", true, NOW)).toEqual({
    address: "e@x",
    other_addresses: [{ address: "a@x" }, ...kept],
  });
});

test("another address becomes the first, and has no end any more", () => {
  expect(withFirst(list, "c@x", NOW)).toEqual({
    address: "c@x",
    other_addresses: [{ address: "a@x" }, { address: "b@x" }],
  });
  expect(withFirst(list, "a@x", NOW)).toMatchObject({ address: "a@x" });
  expect(codeOf(() => withFirst(list, "d@x", NOW))).toBe("not_found");
});

test("an end is set and taken back, but not for the first one, nor for one that has ended", () => {
  expect(withEnd(list, "b@x", LATER, NOW).other_addresses[0]).toEqual({ address: "b@x", ends_at: LATER });
  expect(withEnd(list, "c@x", undefined, NOW).other_addresses[1]).toEqual({ address: "c@x" });
  expect(codeOf(() => withEnd(list, "a@x", LATER, NOW))).toBe("conflict");
  expect(codeOf(() => withEnd(list, "d@x", undefined, NOW))).toBe("not_found");
});

test("an address is deleted, also one that has ended, but not the first one", () => {
  expect(withoutAddress(list, "b@x", NOW).other_addresses).toEqual(kept.slice(1));
  expect(withoutAddress(list, "d@x", NOW).other_addresses).toEqual(kept);
  expect(codeOf(() => withoutAddress(list, "a@x", NOW))).toBe("conflict");
  expect(codeOf(() => withoutAddress(list, "z@x", NOW))).toBe("not_found");
});

test("a new address takes the place of an old one, which goes on, ends later, or ends at once", () => {
  const replaced = (old: string, ends_at: string | "now" | undefined) =>
    withReplaced(list, old, { address: "n@x", ends_at }, NOW);
  expect(replaced("a@x", undefined)).toEqual({ address: "n@x", other_addresses: [{ address: "a@x" }, ...kept] });
  expect(replaced("a@x", LATER)).toEqual({
    address: "n@x",
    other_addresses: [{ address: "a@x", ends_at: LATER }, ...kept],
  });
  expect(replaced("a@x", "now")).toEqual({ address: "n@x", other_addresses: kept });
  expect(replaced("b@x", "now")).toEqual({ address: "a@x", other_addresses: [kept[1], { address: "n@x" }] });
  expect(codeOf(() => replaced("d@x", LATER))).toBe("not_found");
});

test("there is an end to how many an agent has, and one of many can still be replaced", () => {
  const others = Array.from({ length: MAX_ADDRESSES - 1 }, (_, at) => ({ address: `o${at}@x` }));
  const full = { address: "a@x", other_addresses: others };
  expect(codeOf(() => withAddress(full, "e@x", false, NOW))).toBe("limit_reached");
  expect(codeOf(() => withReplaced(full, "a@x", { address: "n@x", ends_at: LATER }, NOW))).toBe("limit_reached");
  expect(withReplaced(full, "a@x", { address: "n@x", ends_at: "now" }, NOW).address).toBe("n@x");
  expect(withReplaced(full, "o1@x", { address: "n@x", ends_at: "now" }, NOW).other_addresses).toHaveLength(9);
  const ended = { ...full, other_addresses: others.map((each) => ({ ...each, ends_at: EARLIER })) };
  expect(withAddress(ended, "e@x", false, NOW).other_addresses).toEqual([{ address: "e@x" }]);
});
