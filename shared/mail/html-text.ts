import PostalMime from "postal-mime";

const FRAME = `Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

`;

/**
 * The text of an HTML body. postal-mime turns HTML into text, in linear time, wherever a mail has a plain part beside
 * it, but gives none for a mail that is HTML only and does not export the conversion: so it gets such a mail.
 */
export async function htmlText(html: string): Promise<string> {
  // In base64 no line of the body can be taken for the boundary.
  const { text } = await PostalMime.parse(`${FRAME}${Buffer.from(html).toString("base64")}\n--b--\n`);
  return text ?? "";
}
