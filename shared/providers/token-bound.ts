/** What providers put around each message, in tokens; a handful each. */
const AROUND_A_MESSAGE = 16;

/**
 * The most tokens that these messages can make. A token stands for at least one byte of what the tokenizer reads, in
 * byte-level BPE as in SentencePiece with byte fallback. Some tokenizers read the text's NFKC form, which can be longer:
 * the one character U+FDFA, 3 bytes, becomes 18 characters of 33 bytes, and was seen to make 15 tokens. (The most that a
 * known tokenizer makes of a script's characters is 1.8 each, o200k of Ethiopic, which has 3 bytes each.)
 */
export function mostTokens(messages: readonly string[]): number {
  return messages.reduce((sum, text) => sum + mostBytes(text) + AROUND_A_MESSAGE, 0);
}

function mostBytes(text: string): number {
  return Math.max(Buffer.byteLength(text), Buffer.byteLength(text.normalize("NFKC")));
}
