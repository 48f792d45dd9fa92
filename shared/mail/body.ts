import { bestForm } from "./best-form.ts";
import { type ForwardedMail, forwardedMail, isMessage } from "./forwarded.ts";
import { openSigned } from "./mime/cms.ts";
import { decodedSize, readText } from "./mime/decode-text.ts";
import { MAX_TEXT_BYTES } from "./mime/limits.ts";
import { isMultipart, type Part } from "./mime/part.ts";
import { CUT_NOTE } from "./readable-text.ts";

/** Only text files up to this size go to the model. */
const MAX_FILE_BYTES = 64 * 1024;
const TEXT_FILES = new Set(["text/plain", "text/csv", "text/markdown", "text/tab-separated-values"]);
/** The number of attached mails that are read, including those inside other attached mails. */
const MAX_MESSAGES = 10;

export type Attachment = {
  filename: string;
  mime_type: string;
  /** In bytes. */
  size: number;
  /** The contents of a small text file; other files are not opened. */
  text?: string;
  /** For an attached mail: its author and text. */
  message?: ForwardedMail;
};

export type Body = {
  /** The decoded body as written; "" if the mail has no text. */
  text: string;
  /**
   * The type of the message, then the types of all parts that are not its text, at any depth. An attached message
   * counts as one part.
   */
  part_types: string[];
  attachments: Attachment[];
  /** The charset of the text, "" without text. It is the best guess for headers that name no charset. */
  charset: string;
};

/** What is left to read, shared by all parts of a mail and by the mails attached to it. */
export type Budget = { bytes: number; messages: number };

/** Reads the text that a person sees, and the attachments. */
export async function readBody(
  sent: Part,
  budget: Budget = { bytes: MAX_TEXT_BYTES, messages: MAX_MESSAGES },
): Promise<Body> {
  const root = openSigned(sent);
  for (const isText of KINDS_OF_TEXT) {
    const reading: Reading = { isText: (part) => isText(part, root), budget, charset: "" };
    const text = (await textOf(root, reading)).trimEnd();
    if (text.trim() === "" && isText !== KINDS_OF_TEXT.at(-1)) continue;
    const attachments: Attachment[] = [];
    for (const part of filesOf(root, reading)) attachments.push(await attachment(part, budget));
    return { text, part_types: [root.type, ...innerTypes(root, reading)], attachments, charset: reading.charset };
  }
  throw new Error("The last kind of text is never passed over");
}

type Reading = { isText: (part: Part) => boolean; budget: Budget; charset: string };

/**
 * The definitions of "text", each tried when the one before finds none: a part with a file name can still be the text.
 */
const KINDS_OF_TEXT: ((part: Part, root: Part) => boolean)[] = [
  (part, root) => isTextType(part) && (part === root || (!part.is_attachment && part.filename === "")),
  (part, root) => isTextType(part) && (part === root || !part.is_attachment),
  (part, root) => isTextType(part) && (part === root || !part.is_attachment || part.filename === ""),
  (part, root) => isTextType(part) && (part === root || (!part.is_attachment && part.filename === "")),
];

const TEXT_TYPES = new Set(["text/plain", "text/html", "application/xhtml+xml", "text/enriched", "text/richtext"]);

function isTextType({ type }: Part): boolean {
  return TEXT_TYPES.has(type);
}

function innerTypes(part: Part, reading: Reading): string[] {
  if (!isMultipart(part)) return [];
  const parts = part.parts.filter((child) => !reading.isText(child));
  return parts.flatMap((child) => [child.type, ...innerTypes(child, reading)]);
}

async function textOf(part: Part, reading: Reading): Promise<string> {
  if (part.type === "multipart/alternative") return bestForm(part.parts, (form) => textOf(form, reading));
  if (!isMultipart(part)) return reading.isText(part) ? leafText(part, reading) : "";
  const texts: string[] = [];
  for (const child of part.parts) texts.push(await textOf(child, reading));
  return texts.filter((text) => text.trim() !== "").join("\n");
}

async function leafText(part: Part, reading: Reading): Promise<string> {
  const { budget } = reading;
  const isCut = part.body.byteLength > budget.bytes;
  const { text, charset } = readText(part, budget.bytes);
  budget.bytes = Math.max(0, budget.bytes - part.body.byteLength);
  reading.charset ||= charset;
  const seen = part.type === "text/plain" ? text : await markupText(part.type, text);
  const marked = markBroken(seen);
  return isCut && seen.trim() !== "" ? marked + CUT_NOTE : marked;
}

/**
 * Many control characters mean that this is a file or an unknown charset. Marked as broken here, they are not silently
 * dropped later.
 */
function markBroken(text: string): string {
  const controls = text.slice(0, 10_000).match(CONTROL)?.length ?? 0;
  return controls > 3 && controls * 20 > Math.min(text.length, 10_000) ? text.replace(CONTROL, "\ufffd") : text;
}

/** U+0085 is a line break. */
const CONTROL = /[^\P{Cc}\s\u0085]/gu;

/** The parsers of markup are large, and most mails have plain text. */
async function markupText(type: string, text: string): Promise<string> {
  if (type === "text/enriched" || type === "text/richtext")
    return (await import("./mime/enriched.ts")).enrichedText(text);
  return (await import("./html/html-text.ts")).htmlText(text);
}

function filesOf(part: Part, reading: Reading): Part[] {
  // A part that was opened for its text is still an attachment.
  if (isMultipart(part))
    return [...part.parts.flatMap((child) => filesOf(child, reading)), ...(part.opened_from ? [part.opened_from] : [])];
  return reading.isText(part) ? [] : [part];
}

async function attachment(part: Part, budget: Budget): Promise<Attachment> {
  const { filename, type } = part;
  const isShown = TEXT_FILES.has(type) && part.body.byteLength <= MAX_FILE_BYTES;
  const readInner = (root: Part) => readBody(root, budget);
  const message = isMessage(part) && budget.messages-- > 0 ? await forwardedMail(part, readInner) : undefined;
  return {
    filename,
    mime_type: type,
    size: decodedSize(part),
    ...(isShown && { text: readText(part, MAX_FILE_BYTES).text }),
    ...(message && { message }),
  };
}
