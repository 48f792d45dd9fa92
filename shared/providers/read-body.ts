/** An answer that is kept has 60,000 characters; streamed a token at a time, it takes some hundred bytes for each. */
export const MAX_BODY = 16 * 1024 * 1024;

/** What came of a body; `broken`: why it ended before its end. */
export type Body = { text: string; broken?: unknown };

/** Reads a body as far as it comes. */
export async function readBody(response: Response, heard: (chunk: string) => void, most = MAX_BODY): Promise<Body> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) throw new Error("An answer is larger than any that is kept.");
      const piece = decoder.decode(chunk, { stream: true });
      pieces.push(piece);
      heard(piece);
    }
    return { text: pieces.join("") + decoder.decode() };
  } catch (error) {
    return { text: pieces.join(""), broken: error };
  }
}
