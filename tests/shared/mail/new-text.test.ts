import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newText } from "../../../shared/mail/new-text.ts";

const NEW = "Yes, Friday suits us.\nSee you then!";
const OLD = "> Does Friday suit you?\n> Bob";
/** The old mail as quoted by programs that do not mark its lines. */
const BARE = "Does Friday suit you?\nBob";

describe("quoted text below an attribution is removed", () => {
  test.each<[string, string]>([
    ["Gmail, English", "On Mon, Nov 23, 2026 at 9:14 AM Bob Example <bob@x.example> wrote:"],
    ["Gmail, folded", "On Mon, Nov 23, 2026 at 9:14 AM Bob Example With A Long Name <\nbob@x.example> wrote:"],
    ["Gmail, German", "Am Mo., 23. Nov. 2026 um 09:14 Uhr schrieb Bob Example <bob@x.example>:"],
    ["Gmail, French", "Le lun. 23 nov. 2026 à 09:14, Bob Example <bob@x.example> a écrit :"],
    ["Gmail, Spanish", "El lun, 23 nov 2026 a las 9:14, Bob Example (<bob@x.example>) escribió:"],
    ["Gmail, Italian", "Il giorno lun 23 nov 2026 alle ore 09:14 Bob Example <bob@x.example> ha scritto:"],
    ["Gmail, Portuguese", "Em seg., 23 de nov. de 2026 às 09:14, Bob Example <bob@x.example> escreveu:"],
    ["Gmail, Dutch", "Op ma 23 nov 2026 om 09:14 schreef Bob Example <bob@x.example>:"],
    ["Gmail, Polish", "pon., 23 lis 2026 o 09:14 Bob Example <bob@x.example> napisał(a):"],
    ["Gmail, Russian", "пн, 23 нояб. 2026 г. в 09:14, Bob Example <bob@x.example>:\nBob написал:"],
    ["Gmail, Turkish", "Bob Example <bob@x.example>, 23 Kas 2026 Pzt, 09:14 tarihinde şunu yazdı:"],
    ["Gmail, Japanese", "2026年11月23日(月) 9:14 Bob Example <bob@x.example> のメール:"],
    ["Gmail, Chinese", "Bob Example <bob@x.example> 于2026年11月23日周一 09:14写道："],
    ["Apple Mail, English", "On 23 Nov 2026, at 09:14, Bob Example <bob@x.example> wrote:"],
    ["Apple Mail, German", "Am 23.11.2026 um 09:14 schrieb Bob Example <bob@x.example>:"],
    ["Apple Mail, Danish", "Den 23. nov. 2026 kl. 09.14 skrev Bob Example <bob@x.example>:"],
    ["Apple Mail, Finnish", "Bob Example <bob@x.example> kirjoitti 23.11.2026 kello 9.14:"],
    ["Thunderbird, English", "On 23/11/2026 09:14, Bob Example wrote:"],
    ["Thunderbird, Czech", "Dne 23. 11. 26 v 9:14 Bob Example <bob@x.example> napsal(a):"],
    ["Thunderbird, Hungarian", "2026. 11. 23. 9:14 keltezéssel, Bob Example <bob@x.example> írta:"],
    ["Yahoo", "On Monday, November 23, 2026 at 09:14:02 AM GMT+1, Bob Example <bob@x.example> wrote:"],
    ["Zoho", "---- On Mon, 23 Nov 2026 09:14:02 +0100 Bob <bob@x.example> wrote ----"],
  ])("%s", (_, line) => {
    for (const quoted of [OLD, BARE]) {
      expect(newText(`${NEW}\n\n${line}\n\n${quoted}`)).toEqual({ text: NEW, rest: `${line}\n\n${quoted}` });
    }
  });
});

describe("quoted text below Outlook's header block is removed", () => {
  test.each<[string, string[]]>([
    ["English", ["From", "Sent", "To", "Subject"]],
    ["German", ["Von", "Gesendet", "An", "Betreff"]],
    ["French", ["De ", "Envoyé ", "À ", "Objet "]],
    ["Spanish", ["De", "Enviado el", "Para", "Asunto"]],
    ["Italian", ["Da", "Inviato", "A", "Oggetto"]],
    ["Portuguese", ["De", "Enviada em", "Para", "Assunto"]],
    ["Dutch", ["Van", "Verzonden", "Aan", "Onderwerp"]],
    ["Swedish", ["Från", "Skickat", "Till", "Ämne"]],
    ["Danish", ["Fra", "Sendt", "Til", "Emne"]],
    ["Finnish", ["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"]],
    ["Polish", ["Od", "Wysłano", "Do", "Temat"]],
    ["Russian", ["От", "Отправлено", "Кому", "Тема"]],
    ["Ukrainian", ["Від", "Надіслано", "Кому", "Тема"]],
    ["Czech", ["Od", "Odesláno", "Komu", "Předmět"]],
    ["Hungarian", ["Feladó", "Elküldve", "Címzett", "Tárgy"]],
    ["Turkish", ["Kimden", "Gönderildi", "Kime", "Konu"]],
    ["Greek", ["Από", "Στάλθηκε", "Προς", "Θέμα"]],
    ["Japanese", ["差出人", "送信日時", "宛先", "件名"]],
    ["Chinese", ["发件人", "发送时间", "收件人", "主题"]],
    ["Korean", ["보낸 사람", "보낸 날짜", "받는 사람", "제목"]],
  ])("%s", (_, [from, sent, to, subject]) => {
    const block = `${from}: Bob <bob@x.example>\n${sent}: 23.11.2026 09:14\n${to}: Alice\n${subject}: Friday`;
    const bold = block.replace(/^([^:]+):/gm, "*$1:*");
    for (const headers of [block, `________________________________\n${block}`, bold]) {
      expect(newText(`${NEW}\n\n${headers}\n\n${BARE}`).text).toBe(NEW);
    }
  });
});

test.each([
  "-----Original Message-----",
  "-------- Original Message --------",
  "*-------- Original Message --------*",
  "-----Ursprüngliche Nachricht-----",
  "-----Message d’origine-----",
  "-----Mensaje original-----",
  "---------- Forwarded message ---------",
  "-------- Weitergeleitete Nachricht --------",
  "------- Original Message -------".replaceAll("-", "\u2010"),
  "------------------ 原始邮件 ------------------",
  "Begin forwarded message:\n\nFrom: Bob <bob@x.example>\nSubject: Friday\nDate: 23 November 2026 at 09:14\nTo: Alice\n",
  "Anfang der weitergeleiteten Nachricht:\n\nVon: Bob <bob@x.example>\nBetreff: Freitag\nDatum: 23.11.2026\nAn: Alice\n",
])("text below %j is not new", (line) => {
  expect(newText(`${NEW}\n\n${line}\n${BARE}`)).toEqual({ text: NEW, rest: `${line}\n${BARE}` });
});

test.each([
  "Sent from my iPhone",
  "Sent from my TI-85",
  "Sent from Yahoo Mail on Android",
  "Get Outlook for iOS<https://aka.ms/x>",
  "Get [Outlook for Android](https://aka.ms/x)",
  "Von meinem iPhone gesendet",
  "Gesendet mit der GMX Mail App",
  "Envoyé depuis mon iPhone",
  "Enviado desde mi iPhone",
  "Inviato da iPhone",
  "Verzonden vanaf mijn iPad",
  "Skickat från min iPhone",
  "Sendt fra min iPhone",
  "Отправлено с iPhone",
  "发自我的 iPhone",
  "iPhoneから送信",
  "나의 iPhone에서 보냄",
  "-- \nAlice Example\n+41 1 234 56 78",
  "--\nAlice Example",
  "________________\nAlice Example",
  "***",
])("%j below a text is removed", (line) => {
  expect(newText(`${NEW}\n\n${line}`)).toEqual({ text: NEW, rest: line });
  expect(newText(`${NEW}\n\n${line}\n\nOn 23/11/2026 09:14, Bob Example wrote:\n${OLD}`).text).toBe(NEW);
});

describe("answers between and below quoted lines", () => {
  const WHO = "On 23/11/2026 09:14, Bob Example wrote:";

  test("below: the quotation is removed", () => {
    expect(newText(`${WHO}\n${OLD}\n\n${NEW}`)).toEqual({ text: NEW, rest: `${WHO}\n${OLD}` });
  });

  test("between: the quotations stay, because the answers need them", () => {
    const answers = "> Friday?\n\nYes.\n\n> At ten?\n\nBetter at nine.";
    expect(newText(`${WHO}\n${answers}`).text).toBe(answers);
    expect(newText(`Hi Bob,\n\n${WHO}\n${answers}\n\n-- \nAlice`).text).toBe(`Hi Bob,\n\n${answers}`);
  });

  test("quotations after the last answer are removed", () => {
    expect(newText(`${NEW}\n\n${OLD}`).text).toBe(NEW);
    expect(newText(`${NEW}\n\nB> Friday?\nB>`).text).toBe(NEW);
  });

  test("a nested quotation is removed with the outer one", () => {
    const quoted = `> Sure.\n>\n> ${WHO}\n>> Friday?`;
    expect(newText(`${NEW}\n\n${WHO}\n${quoted}`).text).toBe(NEW);
  });
});

test("a mail that is forwarded without comment is the text", () => {
  const head = "---------- Forwarded message ---------\nFrom: Bob <b@x.example>\nDate: Mon\nSubject: Friday\nTo: Alice";
  expect(newText(`${head}\n\n${BARE}`)).toEqual({ text: BARE, rest: head });
});

describe("if in doubt, text is new", () => {
  test.each([
    "On Monday we wrote:\nplease send the order",
    "In 2026 your colleague wrote:\n\nWe refund.",
    "From: the shop\nI bought a lamp.",
    "From now on: no mails.\nTo: do\nSubject: none of it",
    "The meeting is at 10:00. Bob wrote: yes.",
    "> Only a quotation",
    "My order:\n----------\n1 lamp\n2 chairs",
    "I sent it from my iPhone yesterday",
    "Sent from the shop on Monday, it arrived broken.\nCan you help?",
    `--\n${"text\n".repeat(20)}end`,
    "a -- b\n--option=x\n# comment",
    "Dates: 2026-11-23 to 2026-11-25",
    "",
  ])("%j", (text) => expect(newText(text)).toEqual({ text, rest: "" }));
});

test("no line is lost or returned twice", () => {
  const line = fc.oneof(
    fc.constantFrom("", "Hello", "> quoted", "--", "-- ", "____", "Sent from my iPhone", "wrote:", "B> x"),
    fc.constantFrom("On 1.1.2020 10:00 a <a@b.example> wrote:", "From: a", "Sent: b", "Subject: c", "2020/1/1 a <b@c>"),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, "")),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { text, rest } = newText(lines.join("\n"));
      expect(words([text, rest].join("\n"))).toEqual(words(lines.join("\n")));
    }),
  );
});

function words(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();
}
