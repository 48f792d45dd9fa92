import { expect, test } from "vitest";
import { recipientsOf } from "../../../local/mail/receipt-rules.ts";

const all = ["a@agents.test", "B@AGENTS.TEST", "c@sub.agents.test", "d@evil-agents.test", "e@other.test"];
const matched = (...recipients: string[]) => recipientsOf({ recipients, bucket: "b", prefix: "", topicArn: "t" }, all);

test("a domain is for its own addresses in any case, not for subdomains or domains that end alike", () => {
  expect(matched("agents.test")).toEqual(["a@agents.test", "B@AGENTS.TEST"]);
});

test("a leading dot is for the subdomains, an address for itself, and no name for everyone", () => {
  expect(matched(".agents.test")).toEqual(["c@sub.agents.test"]);
  expect(matched("e@other.test", "a@agents.test")).toEqual(["a@agents.test", "e@other.test"]);
  expect(matched()).toEqual(all);
});
