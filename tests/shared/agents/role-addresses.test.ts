import { expect, test } from "vitest";
import { roleAddress } from "../../../shared/agents/role-addresses.ts";

test.each([
  ...[
    "postmaster",
    "abuse",
    "hostmaster",
    "webmaster",
    "security",
    "noc",
    "info",
    "support",
    "sales",
    "marketing",
    "admin",
  ],
])("%s@ of the mail domain is the operator's, in any case and with a tag", (name) => {
  const at = `${name}@agents.example`;
  expect(roleAddress(at, "agents.example")).toBe(at);
  expect(roleAddress(at.toUpperCase(), "agents.example")).toBe(at);
  expect(roleAddress(`${name}+x@agents.example`, "agents.example")).toBe(at);
});

test.each([
  ...["abuse@elsewhere.example", "abuse@sub.agents.example", "noreply@agents.example", "notices@agents.example"],
  ...["p0stmaster@agents.example", "abuse-team@agents.example", "abuse", "", '"abuse"@agents.example'],
  "mailer-daemon@agents.example",
])("%j is not", (recipient) => {
  expect(roleAddress(recipient, "agents.example")).toBeUndefined();
});
