import PostalMime, { type Attachment } from "postal-mime";

/** What the mail's own bytes hold beyond what the API has read of them. */
export type RawMail = {
  text: string | undefined;
  html: string | undefined;
  /** Pictures that lie in the mail: `Content-ID` without its brackets, to a data: URL. */
  pictures: Record<string, string>;
};

/** Larger ones would only slow the page down; they are in the mail for whoever saves it. */
const MOST_PICTURE = 400_000;
const PICTURE = /^image\/(?:png|jpeg|gif|webp|bmp)$/;

// In a thread of its own: a mail can be written to take a parser for ever, and a thread can be ended from outside.
self.addEventListener("message", async ({ data }: MessageEvent<ArrayBuffer>) => {
  const { text, html, attachments } = await PostalMime.parse(data, { attachmentEncoding: "base64" });
  const pictures = Object.fromEntries(attachments.flatMap(picture));
  self.postMessage({ text, html, pictures } satisfies RawMail);
});

// A mail that cannot be read is told like any other fault of a worker: by its `error` event.
self.addEventListener("unhandledrejection", ({ reason }) => reportError(reason));

function picture({ contentId, mimeType, content }: Attachment): [string, string][] {
  if (contentId === undefined || !PICTURE.test(mimeType)) return [];
  if (typeof content !== "string" || content.length > MOST_PICTURE) return [];
  return [[contentId.replace(/^<|>$/g, ""), `data:${mimeType};base64,${content}`]];
}
