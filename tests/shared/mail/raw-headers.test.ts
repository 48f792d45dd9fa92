import { describe, expect, test } from "vitest";
import { parsed } from "./fixture.ts";
import { encoded } from "./mime/encoded.ts";

function mail(subject: Uint8Array | string, type = "text/plain", body: Uint8Array | string = "Hi"): Buffer {
  const head = "From: Carla <carla@customer.example>\nSubject: ";
  return Buffer.concat([
    Buffer.from(head),
    Buffer.from(subject),
    Buffer.from(`\nContent-Type: ${type}\n\n`),
    Buffer.from(body),
  ]);
}

describe("a subject in raw bytes", () => {
  test.each<[string, Buffer, string]>([
    ["is UTF-8 where it can be", mail("Größe"), "Größe"],
    ["is in the charset of the text", mail(encoded("Größe", "macintosh"), "text/plain; charset=macintosh"), "Größe"],
    [
      "is guessed if the text has another charset",
      mail(encoded("Frage zu Größe", "windows-1252"), "text/plain; charset=utf-8"),
      "Frage zu Größe",
    ],
    ["is guessed where the text is ASCII", mail(encoded("Вопрос о заказе", "koi8-r")), "Вопрос о заказе"],
    [
      "has the charset that was guessed for the text",
      mail(encoded("Заказ", "koi8-r"), "text/plain", encoded("Когда вы открываетесь в субботу?", "koi8-r")),
      "Заказ",
    ],
    ["is Shift_JIS", mail(encoded("お問い合わせ", "shift_jis"), "text/plain; charset=shift_jis"), "お問い合わせ"],
    ["is ISO-2022-JP", mail("\x1b$B1D6H\x1b(B"), "営業"],
    ["has encoded words in a charset of Microsoft's", mail("=?cp932?B?iWOLxg==?="), "営業"],
  ])("%s", async (_, raw, subject) => expect((await parsed(raw)).subject).toBe(subject));
});

describe("a name in raw bytes", () => {
  test.each<[string, string, string]>([
    ["is read like the subject", `J\xfcrgen M\xfcller <a@b.example>`, "Jürgen Müller"],
    ["is read in quotes", `"J\xfcrgen, M\xfcller" <a@b.example>`, "Jürgen, Müller"],
    ["is read with encoded words in quotes", `"=?utf-8?Q?J=C3=BCrgen?=" <a@b.example>`, "Jürgen"],
    ["is read with a comma in an encoded word", `=?utf-8?Q?Brandt, Carla?= <a@b.example>`, "Brandt, Carla"],
  ])("%s", async (_, from, name) => {
    expect((await parsed(Buffer.from(`From: ${from}\n\nx`, "latin1"))).from).toEqual([
      { name, address: "a@b.example" },
    ]);
  });

  test("never changes an address from what its bytes say", async () => {
    // In Shift_JIS the second byte of a character can be "@", and an encoded word can contain characters that end a
    // name.
    const words = "=?utf-8?Q?<victim@bank.example>,?= <a@b.example>";
    expect((await parsed(`From: ${words}\n\nx`)).from.map(({ address }) => address)).toEqual([
      "victim@bank.example",
      "a@b.example",
    ]);
    const domain = Buffer.from("From: a@b\xfcrger.example\n\nx", "latin1");
    expect((await parsed(domain)).from[0]?.address).toBe("a@b\ufffdrger.example");
  });

  test("a line that is not a field does not become one", async () => {
    const mail = await parsed(
      Buffer.from("X: a\rFrom: victim@bank.example\n\xa0From: c@d.example\nFrom: a@b.example\n\nx", "latin1"),
    );
    expect(mail.from).toEqual([{ name: "", address: "a@b.example" }]);
  });
});

describe("a mail's id", () => {
  test.each([
    ["<20261128.abc123>", "<20261128.abc123>"],
    ["nobrackets-1@customer.example", "nobrackets-1@customer.example"],
    ["\n <folded@customer.example>", "<folded@customer.example>"],
    ["<folded.within\n .its.brackets@customer.example>", "<folded.within.its.brackets@customer.example>"],
    ["<with a blank@customer.example>", "<with a blank@customer.example>"],
  ])("%j is kept unchanged", async (sent, id) => {
    expect((await parsed(`Message-ID: ${sent}\n\nx`)).message_id).toBe(id);
  });

  test("is read across a fold in References", async () => {
    const { references } = await parsed("References: <a@b.example>,<folded-\n\twithin@b.example> c@d.example\n\nx");
    expect(references).toEqual(["<a@b.example>", "<folded-within@b.example>", "c@d.example"]);
  });
});
