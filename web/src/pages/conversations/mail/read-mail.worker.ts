import PostalMime, { type Attachment } from "postal-mime";

/** The contents of the raw mail that the API does not return. */
export type RawMail = {
  text: string | undefined;
  html: string | undefined;
  /** The pictures inside the mail: `Content-ID` without its brackets, mapped to a data: URL. */
  pictures: Record<string, string>;
};

/** A larger picture would only slow the page down. The saved mail contains it. */
const MOST_PICTURE = 400_000;
const PICTURE = /^image\/(?:png|jpeg|gif|webp|bmp)$/;

// Parsing runs in a worker, because a mail can be written to keep a parser busy forever and a worker can be ended from
// outside.
self.addEventListener("message", async ({ data }: MessageEvent<ArrayBuffer>) => {
  const { text, html, attachments } = await PostalMime.parse(data, { attachmentEncoding: "base64" });
  const pictures = Object.fromEntries(attachments.flatMap(picture));
  self.postMessage({ text, html, pictures } satisfies RawMail);
});

// A mail that cannot be parsed is reported like any other failure of a worker: by its `error` event.
self.addEventListener("unhandledrejection", ({ reason }) => reportError(reason));

function picture({ contentId, mimeType, content }: Attachment): [string, string][] {
  if (contentId === undefined || !PICTURE.test(mimeType)) return [];
  if (typeof content !== "string" || content.length > MOST_PICTURE) return [];
  return [[contentId.replace(/^<|>$/g, ""), `data:${mimeType};base64,${content}`]];
}
