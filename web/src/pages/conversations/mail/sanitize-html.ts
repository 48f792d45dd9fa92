import { sanitizeStyle, sanitizeStyleSheet } from "./sanitize-styles.ts";

/** A mail's HTML as a separate document, and the number of remote pictures that it wanted to load. */
export type SanitizedHtml = { document: string; remotePictures: number };

/** More than a person reads, and as much as a browser lays out without a pause. */
export const LONGEST_HTML = 500_000;

/**
 * The frame's policy: nothing loads and nothing runs, whatever the document holds. The frame also has an empty
 * `sandbox`, and the app's own policy (shared/web/security-headers.ts) applies inside it. The content that is removed below would
 * already be inert. It is removed so that a hole in one of the three walls is not enough.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const TAKEN_OUT = [
  ...["script", "noscript", "template", "link", "meta", "base", "title"],
  ...["iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe"],
  ...["form", "input", "button", "select", "textarea", "dialog"],
  ...["svg", "math", "audio", "video", "picture > source", "canvas", "map"],
];
/**
 * Elements that are replaced by their content, because they often hold the mail's text. A parser sees the content of
 * the raw-text ones as text, so it is written out as text.
 */
const UNWRAPPED = "form, button, noscript, picture, dialog, map, xmp, plaintext, noembed, noframes, listing";

/** Attributes that affect only the look or help a reader. `src` stays only on a picture that `embed` has checked. */
const KEPT = new Set(
  "style class id align valign bgcolor color face size width height border cellpadding cellspacing colspan rowspan dir lang title alt start type src".split(
    " ",
  ),
);

const LOOK = `
  :root { color-scheme: light; background: #fff; color: #1b1e27; }
  body { margin: 12px; font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; }
  .latchkey-link { color: #3b4fc4; text-decoration: underline dotted; cursor: help; }
`;

export function sanitizeHtml(html: string, pictures: Record<string, string>): SanitizedHtml {
  // A parsed document has no window, so nothing in it loads or runs.
  const mail = new DOMParser().parseFromString(html, "text/html");
  for (const element of mail.querySelectorAll(UNWRAPPED)) unwrap(element);
  for (const element of mail.querySelectorAll(TAKEN_OUT.join(","))) element.remove();
  let remotePictures = 0;
  for (const image of mail.querySelectorAll("img")) if (!embed(image, pictures)) remotePictures += 1;
  for (const link of mail.querySelectorAll("a[href]")) showTarget(link);
  for (const sheet of mail.querySelectorAll("style")) sheet.textContent = sanitizeStyleSheet(sheet.textContent);
  for (const element of mail.querySelectorAll("*")) strip(element);

  const policy = mail.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  const look = mail.createElement("style");
  look.textContent = LOOK;
  mail.head.prepend(policy, look);
  return { document: `<!doctype html>${mail.documentElement.outerHTML}`, remotePictures };
}

/** Moves one child at a time, because a mail can have more children than a call can take arguments. */
function unwrap(element: Element): void {
  const kept = new DocumentFragment();
  while (element.firstChild !== null) kept.append(element.firstChild);
  element.replaceWith(kept);
}

/** Keeps a picture that is part of the mail. Any other picture is replaced by its alternative text. */
function embed(image: HTMLImageElement, pictures: Record<string, string>): boolean {
  const source = image.getAttribute("src")?.trim() ?? "";
  const own = /^cid:/i.test(source) ? pictures[decoded(source.slice(4))] : undefined;
  const data = own ?? (/^data:image\/(?:png|jpeg|gif|webp|bmp)[;,]/i.test(source) ? source : undefined);
  if (data !== undefined) {
    image.setAttribute("src", data);
    return true;
  }
  image.replaceWith(image.alt);
  return !/^(?:https?:)?\/\//i.test(source);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Shows the target of a link as its title and makes the link inert. */
function showTarget(link: Element): void {
  const target = link.getAttribute("href")?.trim() ?? "";
  if (!/^(?:https?|mailto|tel):/i.test(target)) return;
  link.setAttribute("title", target);
  link.classList.add("latchkey-link");
}

function strip(element: Element): void {
  for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  if (element.localName !== "img") element.removeAttribute("src");
  if (element instanceof HTMLElement) sanitizeStyle(element.style);
  else element.removeAttribute("style");
}
