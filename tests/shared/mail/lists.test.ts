import { describe, expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import type { Header } from "../../../shared/mail/headers.ts";
import { personsMail } from "./person.ts";

const fields = (headers: Record<string, string>): Header[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** Alice's mail to the addresses in `to`, with this envelope. */
function mailTo(to: string, envelope_from: string, headers: Record<string, string> = {}) {
  return decide(personsMail({ envelope_from, headers: fields({ to, ...headers }) }));
}

const UNMARKED = { action: "hold", reason: "unmarked_list" };

describe("a post through a list that adds no headers", () => {
  test.each([
    ["mlmmj", "cats+bounces-7-help=agents.example@lists.example"],
    ["ezmlm", "cats-return-7-help=agents.example@lists.example"],
    ["Mailman with VERP", "cats-bounces+help=agents.example@lists.example"],
    ["mlmmj for a member with a tag", "cats+bounces-7-help+cats=agents.example@lists.example"],
    ["a list's own bounce address", "cats-bounces@lists.example"],
    ["majordomo", "owner-cats@mail.lists.example"],
    ["another member's copy that was passed on", "cats+bounces-7-bob=other.example@lists.example"],
  ])("waits for the owner: %s", (_, envelope) => {
    expect(mailTo("cats@lists.example", envelope)).toEqual(UNMARKED);
  });

  test("is recognized if the list's host has an ordinary name", () => {
    expect(mailTo("cats@zoo.example", "owner-cats@zoo.example")).toEqual(UNMARKED);
    expect(mailTo("cats@zoo.example", "cats+bounces-7-help=agents.example@zoo.example")).toEqual(UNMARKED);
  });
});

describe("a person's mail is answered however servers have wrapped its envelope", () => {
  test.each([
    [
      "to the agent through a service that counts bounces",
      "help@agents.example",
      "bounces+1-ab-help=agents.example@em.c.example",
    ],
    [
      "to the agent's address with a tag",
      "Help+Shop@Agents.example",
      "bounces+1-ab-help+shop=agents.example@em.c.example",
    ],
    ["to the agent, signed (BATV)", "help@agents.example", "prvs=0123abcdef=alice@customer.example"],
    ["passed on by the owner's server (SRS)", "support@firm.example", "SRS0=hh=tt=customer.example=alice@firm.example"],
    ["passed on by Exchange Online", "support@firm.example", "bounces+SRS=hh=tt@firm.example"],
    ["passed on by the owner's Gmail", "owner@gmail.com", "owner+caf_=help=agents.example@gmail.com"],
    ["forwarded unchanged", "support@firm.example", "alice@customer.example"],
    [
      "sent by a service and forwarded",
      "support@firm.example",
      "bounces+1-ab-support=firm.example@em.customer.example",
    ],
    [
      "sent by a service that encodes the author in it",
      "support@firm.example",
      "1ab-alice=customer.example@hub.example",
    ],
    ["with its own bounce address", "support@firm.example", "bounces@mailer.customer.example"],
  ])("%s", (_, to, envelope) => {
    expect(mailTo(to, envelope).action).toBe("answer");
  });
});

const GROUP = { action: "hold", reason: "group_mail" };
const google = { precedence: "list", "mailing-list": "list support@firm.example; contact support+owners@firm.example" };

describe("a group's mail waits for the owner", () => {
  test.each([
    ["a Google Group's, by its id", { ...google, "x-google-group-id": "12345", "list-id": "<support.firm.example>" }],
    ["Google's, by Mailing-list", { ...google, "list-unsubscribe": "<mailto:x@y.example>" }],
    ["Google's, by List-ID", { "list-id": "Cats <cats.googlegroups.com>", "list-post": "<mailto:x@y.example>" }],
    ["a firm's distribution list", { precedence: "list", "list-id": "Support <support.firm.example>" }],
  ])("%s", (_, headers) => {
    expect(mailTo("support@firm.example", "support+bncBC@firm.example", headers)).toEqual(GROUP);
  });

  test.each([
    [
      "a list that strangers can join",
      { "list-id": "<support.firm.example>", "list-unsubscribe": "<mailto:x@y.example>" },
      "mailing_list",
    ],
    ["a list of another name", { "list-id": "<news.firm.example>" }, "mailing_list"],
    ["a robot's mail to a group", { ...google, "auto-submitted": "auto-generated" }, "auto_submitted"],
    ["a newsletter in a group", { ...google, precedence: "bulk" }, "bulk_precedence"],
  ])("but not %s", (_, headers: Record<string, string>, reason) => {
    expect(mailTo("support@firm.example", "x@firm.example", headers)).toEqual({ action: "skip", reason });
  });
});

test("a mailbox that writes to its team is not a list of that team", () => {
  const mail = { from_header: "<sales-admin@firm.example>", envelope_from: "sales-admin@firm.example" };
  expect(decide(personsMail({ ...mail, headers: fields({ to: "sales@firm.example" }) })).action).toBe("answer");
});

describe("a mailbox with the name of a list's address", () => {
  const of = (address: string, changes: Parameters<typeof personsMail>[0] = {}) =>
    decide(personsMail({ from_header: `<${address}>`, envelope_from: address, ...changes }));
  const ROLES = ["quote-request", "owner-services", "owner-relations", "pull-request", "owner-support"];

  test.each(ROLES)("%s@ is answered without another sign of a list", (role) => {
    expect(of(`${role}@firm.example`)).toEqual({ action: "answer", to: `${role}@firm.example` });
    const signed = { envelope_from: `prvs=0123abcdef=${role}@firm.example` };
    expect(of(`${role}@firm.example`, signed).action).toBe("answer");
  });

  test.each(ROLES)("%s@ waits for the owner with a second, weak sign", (role) => {
    const held = { action: "hold", reason: "list_name" };
    const address = `${role}@firm.example`;
    expect(of(address, { envelope_from: "x@firm.example" })).toEqual(held);
    expect(of(address, { headers: fields({ to: "undisclosed-recipients:;" }) })).toEqual(held);
    expect(of(address, { headers: fields({ sender: "robot@firm.example" }) })).toEqual(held);
    expect(of(address, { headers: fields({ "feedback-id": "1:2" }) })).toEqual(held);
  });

  test("belongs to a firm if only the firm's own domain has the name of a list's host", () => {
    expect(of("quote-request@ml.example").action).toBe("answer");
  });

  test.each(["lists", "list", "listserv", "mailman", "sympa"])("is skipped on a host called %s", (host) => {
    expect(of(`cats-request@${host}.firm.example`)).toEqual({ action: "skip", reason: "system_sender" });
  });
});
