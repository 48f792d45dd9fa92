import { expect, test } from "vitest";
import { recipientsOf } from "../../../local/mail/receipt-rules.ts";

const all = ["a@agents.test", "B@AGENTS.TEST", "c@sub.agents.test", "d@evil-agents.test", "e@other.test"];
const matched = (...recipients: string[]) => recipientsOf({ recipients, bucket: "b", prefix: "", topicArn: "t" }, all);

test("a domain matches its own addresses in any case, but not subdomains or domains with the same ending", () => {
  expect(matched("agents.test")).toEqual(["a@agents.test", "B@AGENTS.TEST"]);
});

test("a leading dot matches subdomains, an address matches itself, and no recipients match everything", () => {
  expect(matched(".agents.test")).toEqual(["c@sub.agents.test"]);
  expect(matched("e@other.test", "a@agents.test")).toEqual(["a@agents.test", "e@other.test"]);
  expect(matched()).toEqual(all);
});
