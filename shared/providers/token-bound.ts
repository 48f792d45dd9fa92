/** Tokens that providers add around each message; in practice a handful. */
const AROUND_A_MESSAGE = 16;

/**
 * An upper bound on the tokens of these messages. A token stands for at least one byte of the tokenizer's input, in
 * byte-level BPE and in SentencePiece with byte fallback. Some tokenizers read the NFKC form of the text, which can be
 * longer: the character U+FDFA has 3 bytes, becomes 18 characters with 33 bytes, and was seen to make 15 tokens. (The
 * highest known rate for a script is 1.8 tokens per character: o200k with Ethiopic, whose characters have 3 bytes
 * each.)
 */
export function tokenUpperBound(messages: readonly string[]): number {
  return messages.reduce((sum, text) => sum + mostBytes(text) + AROUND_A_MESSAGE, 0);
}

function mostBytes(text: string): number {
  return Math.max(Buffer.byteLength(text), Buffer.byteLength(text.normalize("NFKC")));
}
