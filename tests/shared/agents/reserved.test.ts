import { expect, test } from "vitest";
import { reachesOperator, reservedBy } from "../../../shared/agents/reserved.ts";
import { RESERVED_NAMES } from "../../../shared/agents/reserved-names.ts";

test.each(RESERVED_NAMES.map(({ name }) => name))("%s is nobody's", (name) => {
  expect(reservedBy(name)).toBeDefined();
});

// RFC 2142, all of it.
test.each([
  ...["info", "marketing", "sales", "support", "abuse", "noc", "security", "postmaster", "hostmaster"],
  ...["usenet", "news", "webmaster", "www", "uucp", "ftp"],
])("%s, a name of RFC 2142, is nobody's", (name) => {
  expect(reservedBy(name)).toContain("RFC 2142");
});

test.each([
  ...["p0stmaster", "post-master", "post.master", "posstmaster", "adrnin", "adm1n", "admin2"],
  ...["abuse-team", "abuse-acme", "team-abuse", "postmaster.acme", "latchkey-support", "noreply-acme", "no-reply"],
  ...["no_reply.acme", "donotreply", "nicht-antworten", "mailer-daemon", "mailerdaemon", "bounce-acme", "notices"],
  ...["security-team", "securityteam", "the.admin", "billing-department", "support-2", "support2", "admin-security"],
  ...["cats-request", "owner-cats", "cats-bounces", "secur1ty"],
])("%s would mislead", (name) => {
  expect(reservedBy(name)).toBeDefined();
});

test.each([
  ...["support-acme", "support.acme", "acme-support", "billing-acme", "security-acme", "info-acme", "hello-acme"],
  ...["acme", "adminton", "newsroom-acme", "sarah.bounceback", "norep.lyons", "testa", "contractor", "abuser"],
  ...["hxjmfm35vk", "agent-smith", "postmastery-club", "request-line"],
])("%s is an owner's to take", (name) => {
  expect(reservedBy(name)).toBeUndefined();
});

test.each([
  ["abuse", true],
  ["Postmaster", true],
  ["POSTMASTER", true],
  ["security", true],
  ["noreply", false],
  ["notices", false],
  ["p0stmaster", false],
  ["abuse-team", false],
])("mail to %s reaches the operator: %j", (local, reaches) => {
  expect(reachesOperator(local)).toBe(reaches);
});
