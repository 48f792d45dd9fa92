/**
 * We keep answers of up to 60,000 characters. Streamed one token at a time, each character takes some hundred bytes.
 */
const MAX_BODY = 16 * 1024 * 1024;

/** The body that arrived. `broken`: the error that cut it off. */
export type Body = { text: string; broken?: unknown };

/** Reads as much of a body as arrives. */
export async function readBody(response: Response, heard: (chunk: string) => void, most = MAX_BODY): Promise<Body> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) throw new Error("The answer is larger than the limit.");
      const piece = decoder.decode(chunk, { stream: true });
      pieces.push(piece);
      heard(piece);
    }
    return { text: pieces.join("") + decoder.decode() };
  } catch (error) {
    return { text: pieces.join(""), broken: error };
  }
}
