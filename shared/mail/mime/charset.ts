/** What most mail without a (right) charset was written in; every byte means something there. */
const LAST_RESORT = "windows-1252";

const NO_NAMES = new Set(["", "us-ascii", "ascii", "ansi_x3.4-1968", "utf-8", "utf8", "unknown-8bit", "default"]);

/**
 * The text of some bytes. Where the charset is missing, unknown or plainly wrong it is UTF-8 if the bytes are, else
 * windows-1252.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const name = charset.trim().toLowerCase();
  // US-ASCII with other bytes in it is somebody's mistake, and so is UTF-8 that cannot be.
  const decoder = NO_NAMES.has(name) ? undefined : decoderFor(name);
  return (decoder ?? new TextDecoder(guess(bytes))).decode(bytes);
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    // Old names as programs write them: cp1252, x-cp1252, windows1252, iso8859_1.
    const spelled = name
      .replace(/^x-/, "")
      .replace(/^(?:cp|win(?:dows)?)[-_]?(?=125\d$)/, "windows-")
      .replace(/^iso[-_]?(\d{4,5})[-_](\d+)$/, "iso-$1-$2");
    return spelled === name ? undefined : decoderFor(spelled);
  }
}

function guess(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\ufffd")) return "utf-8";
  // One broken letter among good ones is an accident; none that is good is another charset.
  return /[\u0080-\ufffc]/.test(text) ? "utf-8" : LAST_RESORT;
}
