import { describe, expect, test } from "vitest";
import { decide } from "../../../../shared/mail/decide.ts";
import { isNoReplyName } from "../../../../shared/mail/robots/no-reply.ts";
import { NO_REPLY_NAMES } from "../../../../shared/mail/robots/no-reply-names.ts";
import { from } from "../person.ts";

const NAMES = [...new Set(Object.values(NO_REPLY_NAMES).flat())];

describe.each(NAMES)("%s", (name) => {
  const forms = ["", "-", "_", "."].map((separator) => name.replaceAll(" ", separator));

  test("is a no-reply address, however its words are joined", () => {
    for (const form of forms) {
      for (const local of [form, form.toUpperCase(), `shop.${form}`, `${form}-123`, `${form}2`, `${form}+abc`]) {
        expect(decide(from(`Shop <${local}@customer.example>`)), local).toEqual({
          action: "skip",
          reason: "no_reply_sender",
        });
      }
    }
  });

  test("counts only as a whole word: part of a longer word is a person's name", () => {
    const joined = name.replaceAll(" ", "");
    for (const local of [`x${joined}`, `${joined}x`]) expect(isNoReplyName(local), local).toBe(false);
  });

  test("as a display name waits for the owner", () => {
    expect(decide(from(`"${name}" <info@customer.example>`))).toEqual({ action: "hold", reason: "maybe_automatic" });
  });
});

test.each([
  "ne-pas-répondre@customer.example".replace("é", "e"),
  "Ne.Pas.Repondre@customer.example",
  "info@noreply.customer.example",
  "1234+octocat@users.noreply.customer.example",
  "shop-no-reply+17@customer.example",
])("%s is a no-reply address", (address) => {
  expect(decide(from(address))).toMatchObject({ reason: "no_reply_sender" });
});

test.each([
  ...[
    "norep.lyons",
    "r.antworten",
    "noreplyhelp",
    "reply",
    "replies",
    "nora.reply",
    "casino-reply",
    "svar",
    "svarsson",
  ],
  ...[
    "antwort",
    "keine.ahnung",
    "repondre",
    "pas.de.calais",
    "n.oreply",
    "ne.pas",
    "responder",
    "nobodyknows",
    "response",
  ],
  ...["nao.tanaka", "ala.nowak", "unattendedbaggage", "ingen", "geen.stijl", "answer", "noresponsible", "mi.apan"],
])("%s@ is a person's address", (local) => {
  expect(decide(from(`${local}@customer.example`)).action).toBe("answer");
});

test("a trusted form may have such a name: its user is answered", () => {
  const form = from('"No Reply" <web@forms.example>');
  const asked = { ...form, headers: [...form.headers, { name: "reply-to", value: "bob@b.example" }] };
  expect(decide({ ...asked, form_domains: ["forms.example"] })).toEqual({ action: "answer", to: "bob@b.example" });
});

test("Gmail's forwarding confirmation waits for the owner, who needs its code", () => {
  const mail = from("Gmail Team <Forwarding-noreply@google.com>");
  expect(decide(mail)).toEqual({ action: "hold", reason: "forward_confirmation" });
  expect(decide({ ...mail, owner_asked: true }).action).toBe("hold");
});

test("such a domain name proves nothing; only a subdomain made for it does", () => {
  expect(decide(from("carla@noreply.example")).action).toBe("answer");
});
