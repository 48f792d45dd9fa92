import type { Confirmation } from "../../shared/forwarding/confirmation/find-confirmation.ts";

const AGENT = "help@agents.example";
const head = (from: string, subject: string, ...more: string[]) =>
  [`From: ${from}`, `To: ${AGENT}`, `Subject: ${subject}`, "MIME-Version: 1.0", ...more, "", ""].join("\r\n");
const base64 = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
const UTF8 = "Content-Type: text/plain; charset=utf-8";
const QP = "Content-Transfer-Encoding: quoted-printable";
const GOOGLE = "Mail team <forwarding-noreply@google.com>";
const LINK = "https://mail-settings.google.com/mail/vf-%5BANGjdJ8_2k%5D-Abc_def-123";

type Case = { raw: string; shown: Confirmation };
const shown = (service: string, code: string | undefined, link: string | undefined, asked_by: string | undefined) => ({
  service,
  code,
  link,
  asked_by,
});

/** Confirmation mails of services, in our own words: the form of each is what public mails and help pages show. */
export const CONFIRMATIONS: Record<string, Case> = {
  "Gmail's, with a code in the subject and the link that cancels": {
    raw: `${head(GOOGLE, "(#123456789) Gmail Forwarding Confirmation - Receive Mail from an.owner@gmail.com", UTF8)}an.owner@gmail.com wants to send its mail on to ${AGENT}.\r\nConfirmation code: 123456789\r\n\r\nAllow it here:\r\n${LINK}\r\n\r\nYou clicked by mistake? Take it back:\r\nhttps://mail-settings.google.com/mail/uf-%5BANGjdJ8_2k%5D-Abc_def-123\r\nHelp: https://support.google.com/mail/answer/10957\r\n`,
    shown: shown("Gmail", "123456789", LINK, "an.owner@gmail.com"),
  },
  "Google Workspace's, under the firm's own name": {
    raw: `${head(GOOGLE, "(#239314020) Acme Forwarding Confirmation - Receive Mail from jo@acme.example", UTF8)}jo@acme.example wants to send its mail on.\r\nAllow it: https://mail.google.com/mail/vf-abc-1\r\n`,
    shown: shown("Gmail", "239314020", "https://mail.google.com/mail/vf-abc-1", "jo@acme.example"),
  },
  "Gmail's newer form, with a link and no code": {
    raw: `${head(GOOGLE, "Gmail Forwarding Confirmation - Receive Mail from an.owner@gmail.com", UTF8)}Allow it:\r\n${LINK}\r\n`,
    shown: shown("Gmail", undefined, LINK, "an.owner@gmail.com"),
  },
  "Gmail's in German": {
    raw: `${head(GOOGLE, base64("(#987654321) Gmail-Weiterleitungsbestätigung – E-Mails von an.owner@gmail.com empfangen"), UTF8)}Bestätigungscode: 987654321\r\nLink: ${LINK}\r\n`,
    shown: shown("Gmail", "987654321", LINK, "an.owner@gmail.com"),
  },
  "Gmail's in Spanish, with the code in the text alone": {
    raw: `${head(GOOGLE, base64("Confirmación de reenvío de Gmail"), UTF8)}an.owner@gmail.com quiere reenviar su correo.\r\nCódigo de confirmación: 59387283\r\n${LINK}\r\n`,
    shown: shown("Gmail", "59387283", LINK, "an.owner@gmail.com"),
  },
  "Gmail's in Japanese, with full-width signs": {
    raw: `${head(GOOGLE, base64("（#112233445）Gmail の転送の確認"), UTF8)}確認コード：112233445\r\n${LINK}\r\n`,
    shown: shown("Gmail", "112233445", LINK, undefined),
  },
  "Gmail's, where quoted-printable breaks the line within code and link": {
    raw: `${head(GOOGLE, "Gmail Forwarding Confirmation", UTF8, QP)}an.owner@gmail.com asks.\r\nConfirmation code: 1234=\r\n56789\r\nAllow: https://mail-settings.google.com/mail/vf-%5BANGjdJ8_=\r\n2k%5D-Abc_def-123?hl=3Den\r\n`,
    shown: shown("Gmail", "123456789", `${LINK}?hl=en`, "an.owner@gmail.com"),
  },
  "Gmail's, in HTML alone": {
    raw: `${head(GOOGLE, "Gmail Forwarding Confirmation", "Content-Type: text/html; charset=utf-8")}<p>an.owner@gmail.com asks.</p><p>Confirmation code: 123456789</p><a href="${LINK}?a=1&amp;b=2">Confirm</a> or <a href='https://mail.google.com/mail/uf-1'>cancel</a>`,
    shown: shown("Gmail", "123456789", `${LINK}?a=1&b=2`, "an.owner@gmail.com"),
  },
  "Zoho's, with a link": {
    raw: `${head("Zoho Mail <noreply@zohomail.eu>", "Confirm mail forwarding", UTF8)}jo@acme.example set up email forwarding to ${AGENT}.\r\nVerify: https://mail.zoho.eu/zm/verifyForward.do?key=abc-1\r\nHelp: https://www.zoho.com/mail/help/email-forwarding.html\r\n`,
    shown: shown("Zoho Mail", undefined, "https://mail.zoho.eu/zm/verifyForward.do?key=abc-1", "jo@acme.example"),
  },
  "Microsoft's, with a code alone in its line": {
    raw: `${head("Microsoft <account-security-noreply@accountprotection.microsoft.com>", "Forwarding: prove this address", UTF8)}jo@outlook.com wants to forward mail to this address. Your code is:\r\n\r\n4938271\r\n`,
    shown: shown("Outlook.com", "4938271", undefined, "jo@outlook.com"),
  },
  "Yahoo's, with a link": {
    raw: `${head("Yahoo <no-reply@cc.yahoo-inc.com>", "Verify your forwarding address", UTF8)}jo@yahoo.com asks to forward its mail here. (https://mail.yahoo.com/d/verify?token=abc_1).\r\n`,
    shown: shown("Yahoo Mail", undefined, "https://mail.yahoo.com/d/verify?token=abc_1", "jo@yahoo.com"),
  },
  "iCloud's, with a code": {
    raw: `${head("iCloud <noreply@email.apple.com>", "Confirm mail forwarding", UTF8)}jo@icloud.com asks to forward its mail here.\r\nCode: 604812\r\n`,
    shown: shown("iCloud Mail", "604812", undefined, "jo@icloud.com"),
  },
  "Fastmail's, with a link": {
    raw: `${head("Fastmail <noreply@fastmail.com>", "Confirm forwarding", UTF8)}jo@fastmail.com wants to forward mail here: https://app.fastmail.com/confirm/abc\r\n`,
    shown: shown("Fastmail", undefined, "https://app.fastmail.com/confirm/abc", "jo@fastmail.com"),
  },
};
