/** A service that asks a new address whether a user's mail may be forwarded to it. */
export type Service = {
  name: string;
  /** Full addresses, or `@domain` for that domain's no-reply addresses; people write from some of these domains too. */
  senders: readonly string[];
  /** False where the senders write about other things too: the mail must also speak of forwarding. */
  onlyForwarding: boolean;
  /** Hosts whose links confirm, each with what lies below it. */
  hosts: readonly string[];
  /** What the path of a link that confirms begins with, where the service is known to send other links too. */
  path?: RegExp;
  source: string;
};

/** The rows are what public mails and help pages show; docs/forwarding.md says what was seen of each and when. */
export const SERVICES = [
  {
    name: "Gmail",
    senders: ["forwarding-noreply@google.com", "forwarding-noreply@googlemail.com"],
    onlyForwarding: true,
    hosts: ["mail-settings.google.com", "mail.google.com", "isolated.mail.google.com"],
    // The same mail has a link that takes the consent back: /mail/uf-...
    path: /^\/(?:a\/[^/]{1,100}\/)?mail\/(?:u\/\d{1,3}\/)?vf-/,
    source: "https://support.google.com/mail/answer/10957; public confirmation mails of 2017 to 2026",
  },
  {
    name: "Zoho Mail",
    senders: [
      "@zohomail.com",
      "@zohomail.eu",
      "@zohomail.in",
      "@zoho.com",
      "@zoho.eu",
      "@zoho.in",
      "@zohocorp.com",
      "@zohoaccounts.com",
    ],
    onlyForwarding: false,
    hosts: ["zoho.com", "zoho.eu", "zoho.in", "zoho.com.au", "zoho.jp"],
    source: "https://www.zoho.com/mail/help/email-forwarding.html: a mail with a link; from which address is not said",
  },
  {
    name: "Outlook.com",
    senders: ["account-security-noreply@accountprotection.microsoft.com", "@microsoft.com", "@email.microsoft.com"],
    onlyForwarding: false,
    hosts: ["account.live.com", "account.microsoft.com", "outlook.live.com", "outlook.com"],
    source:
      "Microsoft's accounts prove an address by a code of this sender; forwarding itself asks in the owner's own mailbox",
  },
  {
    name: "Yahoo Mail",
    senders: ["@yahoo-inc.com", "@yahooinc.com", "@cc.yahoo-inc.com", "@mail.yahoo.com", "@yahoo.com"],
    onlyForwarding: false,
    hosts: ["mail.yahoo.com", "yahoo.com", "login.yahoo.com"],
    source: "https://help.yahoo.com/kb/SLN22028.html: a mail with a link",
  },
  {
    name: "iCloud Mail",
    senders: ["@email.apple.com", "@icloud.com", "@apple.com", "@id.apple.com"],
    onlyForwarding: false,
    hosts: ["icloud.com", "apple.com"],
    source:
      "https://support.apple.com/guide/icloud/mm6b1a3960/icloud names no confirmation; the row is for the day it does",
  },
  {
    name: "Fastmail",
    senders: ["@fastmail.com", "@fastmailteam.com"],
    onlyForwarding: false,
    hosts: ["fastmail.com", "app.fastmail.com"],
    source:
      "https://www.fastmail.help/hc/en-us/articles/360058753434: forwarding begins at once, and suspicious rules ask",
  },
] as const satisfies readonly Service[];

/** Stems of "forward" in the languages of the services' mails. */
const FORWARDING =
  /forward|weiterleit|transf[eé]r|réachemin|reenv[ií]|encaminh|inoltr|doorst|doorgest|przekaz|przesył|vidarebeford|videresend|edelleenläh|přepos|prepos|továbbít|redirecțion|yönlendir|iletme|пересыл|переадрес|препращ|προώθησ|転送|转发|轉寄|轉發|전달|ส่งต่อ|chuyển tiếp|penerusan|teruskan|תעביר|העבר|إعادة توجيه/iu;

/** True when a text speaks of forwarding. */
export function speaksOfForwarding(text: string): boolean {
  return FORWARDING.test(text);
}
