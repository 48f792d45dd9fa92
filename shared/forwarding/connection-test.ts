import { isPlainAddress } from "../mail/address.ts";
import { headerText } from "../mail/header-text.ts";
import { type Header, headerValues } from "../mail/headers.ts";

const TEST_HEADER = "X-Latchkey-Connection-Test";

/** 100 random bits; only who reads the mailbox, or what forwards from it, knows it. */
export const CODE_LENGTH = 20;
const CODE = /\blk-([a-km-np-z2-9]{20})\b/;

/** Forwarders may drop our header, and mail programs add words to the subject, so the code stands in both and in the text. */
export function testSubject(code: string): string {
  return `Latchkey connection test lk-${code}`;
}

/** The code of a test mail that came back; undefined in any other mail. @param text undefined while only headers were read */
export function codeOf(headers: Header[], text?: string): string | undefined {
  const places = [
    ...headerValues(headers, TEST_HEADER.toLowerCase()).map((value) => `lk-${value.trim()}`),
    ...headerValues(headers, "subject"),
    text ?? "",
  ];
  for (const place of places) {
    const code = CODE.exec(place.slice(0, 20_000).toLowerCase())?.[1];
    if (code !== undefined) return code;
  }
  return undefined;
}

type TestMail = { from: string; to: string; code: string; agentName: string; agentAddress: string; askedBy: string };

/**
 * Composes the raw test mail: plain text that says who asked for it.
 * @throws Error when an address is not plain
 */
export async function composeConnectionTest(mail: TestMail): Promise<Buffer> {
  const { from, to, code } = mail;
  if (!isPlainAddress(from) || !isPlainAddress(to)) throw new Error("A connection test goes between plain addresses");
  const { MailComposer } = await import("../mail/composer.ts");
  return new MailComposer({
    from: { name: "Latchkey", address: from },
    to: { name: "", address: to },
    subject: testSubject(code),
    headers: {
      // RFC 3834, 5: nobody's vacation program answers it. Forwarding programs ignore both.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      [TEST_HEADER]: code,
    },
    text: testText(mail),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function testText({ code, agentName, agentAddress, askedBy }: TestMail): string {
  return [
    `${headerText(askedBy)} asked Latchkey to check whether mail to this mailbox is forwarded to the agent "${headerText(agentName)}" (${agentAddress}).`,
    "If it is, this mail travels on by itself, and there is nothing for you to do.",
    `Code: lk-${code}`,
    "If you do not know who asked, ignore this mail: nothing was set up, and this mail gives nobody access to the mailbox. Nobody reads replies to it.",
  ].join("\n\n");
}
