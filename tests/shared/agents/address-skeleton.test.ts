import { expect, test } from "vitest";
import { skeleton } from "../../../shared/agents/address-skeleton.ts";

test.each([
  ["support-acme", "supportacme"],
  ["support-acme", "support.acme"],
  ["support-acme", "support_acme"],
  ["support-acme", "supp0rt-acme"],
  ["support-acme", "suport-acme"],
  ["support-acme", "supportt-accme"],
  ["support-acme", "5upport-4cm3"],
  ["mail-acme", "rnail-acme"],
  ["mail-acme", "mai1-acme"],
  ["mail-acme", "maii-acme"],
  ["modern", "rnodem"],
  ["wwf-acme", "vvvvf-acme"],
  ["dara", "clara"],
  ["foo", "f0o"],
  ["room11", "roomll"],
  ["SHOP", "shop"],
])("%s and %s look alike", (one, other) => {
  expect(skeleton(one)).toBe(skeleton(other));
});

test.each([
  ["support-acme", "support-acne"],
  ["support-acme", "acme-support"],
  ["shop6", "shop8"],
  ["shop1", "shop2"],
  ["anna", "hanna"],
])("%s and %s do not", (one, other) => {
  expect(skeleton(one)).not.toBe(skeleton(other));
});

test("it is made of letters and the digit 6, whatever the name", () => {
  expect(skeleton("0123456789._-")).toMatch(/^[a-z6]+$/);
});
