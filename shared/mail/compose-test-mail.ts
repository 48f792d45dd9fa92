/** Of text in one encoded word, so that a line with its field's name keeps to 76 characters (RFC 2047, 2). */
const WORD_BYTES = 39;

export type TestMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** With its angle brackets. */
  messageId: string;
  at: Date;
};

/** A mail as its owner's mail program would have sent it to the agent: plain text in UTF-8. */
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

/** Encoded throughout, so that no character of it means anything to a reader of headers. */
function encodedWords(text: string): string {
  const words = [""];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}
