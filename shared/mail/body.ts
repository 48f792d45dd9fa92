import { decodedSize, decodeText } from "./mime/decode-text.ts";
import { MAX_TEXT_BYTES } from "./mime/limits.ts";
import { isMultipart, type Part } from "./mime/part.ts";
import { CUT_NOTE } from "./readable-text.ts";

/** Text that comes as a file: what of one mail's files goes to the model. */
const MAX_FILE_BYTES = 64 * 1024;
const TEXT_FILES = new Set(["text/plain", "text/csv", "text/markdown", "text/tab-separated-values"]);

export type Attachment = {
  filename: string;
  mime_type: string;
  /** In bytes. */
  size: number;
  /** The contents of a small text file; nothing else is opened. */
  text?: string;
};

export type Body = {
  /** The decoded body, as written; "" where it has no text. */
  text: string;
  /** The type of the message, then those of its parts, at any depth, that are not its text. An attached message is one part. */
  part_types: string[];
  attachments: Attachment[];
};

/** What a person reads of a mail, and what came with it. */
export async function readBody(root: Part): Promise<Body> {
  const files = attachmentsOf(root, root);
  return {
    text: (await textOf(root, { root, bytes: MAX_TEXT_BYTES })).trimEnd(),
    part_types: [root.type, ...innerTypes(root, root)],
    attachments: files.map(attachment),
  };
}

function innerTypes(part: Part, root: Part): string[] {
  if (!isMultipart(part)) return [];
  const parts = part.parts.filter((child) => !isText(child, root));
  return parts.flatMap((child) => [child.type, ...innerTypes(child, root)]);
}

function isText(part: Part, root: Part): boolean {
  if (part.type !== "text/plain" && part.type !== "text/html") return false;
  // A name alone does not make a file of the only text there is.
  return part === root || (!part.is_attachment && part.filename === "");
}

/** How much of a mail's text is decoded, however many parts it is spread over. */
type Budget = { root: Part; bytes: number };

async function textOf(part: Part, budget: Budget): Promise<string> {
  if (part.type === "multipart/alternative") return bestOf(part.parts, budget);
  if (!isMultipart(part)) return isText(part, budget.root) ? leafText(part, budget) : "";
  const texts: string[] = [];
  for (const child of part.parts) texts.push(await textOf(child, budget));
  return texts.filter((text) => text.trim() !== "").join("\n");
}

/** Plain text is what the sender's program made for readers like a model; some put an empty one beside the HTML. */
async function bestOf(parts: Part[], budget: Budget): Promise<string> {
  const plain = parts.filter(({ type }) => type === "text/plain");
  for (const part of [...plain, ...parts.filter((part) => !plain.includes(part)).reverse()]) {
    const text = await textOf(part, budget);
    if (text.trim() !== "") return text;
  }
  return "";
}

async function leafText(part: Part, budget: Budget): Promise<string> {
  const isCut = part.body.byteLength > budget.bytes;
  const text = decodeText(part, budget.bytes);
  budget.bytes = Math.max(0, budget.bytes - part.body.byteLength);
  // The HTML parser is large, and most mails have plain text.
  const seen = part.type === "text/html" ? (await import("./html/html-text.ts")).htmlText(text) : text;
  return isCut && seen.trim() !== "" ? seen + CUT_NOTE : seen;
}

function attachmentsOf(part: Part, root: Part): Part[] {
  if (isMultipart(part)) return part.parts.flatMap((child) => attachmentsOf(child, root));
  return isText(part, root) ? [] : [part];
}

function attachment(part: Part): Attachment {
  const { filename, type } = part;
  const isShown = TEXT_FILES.has(type) && part.body.byteLength <= MAX_FILE_BYTES;
  return {
    filename,
    mime_type: type,
    size: decodedSize(part),
    ...(isShown && { text: decodeText(part, MAX_FILE_BYTES) }),
  };
}
