/**
 * The bytes of text in one encoded word, so that a line with the field's name stays within 76 characters (RFC 2047,
 * 2).
 */
const WORD_BYTES = 39;

export type TestMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** Includes the angle brackets. */
  messageId: string;
  at: Date;
};

/** Composes a mail as the owner's mail program would have sent it to the agent: plain text in UTF-8. */
export function composeTestMail({ from, to, subject, text, messageId, at }: TestMail): Buffer {
  const lines = [
    `From: ${encodedWords(from.name)} <${from.address}>`,
    `To: ${to}`,
    `Subject: ${encodedWords(subject)}`,
    `Message-ID: ${messageId}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

/** Encodes everything, so that no character has a meaning for a header parser. */
function encodedWords(text: string): string {
  const words = [""];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}
