import { disarm, harmlessSheet } from "./harmless-styles.ts";

/** A mail's HTML as a document of its own, and how many pictures of the web it wanted to load. */
export type Harmless = { document: string; remotePictures: number };

/** More than a person reads, and as much as a page lays out without a pause. */
export const LONGEST_HTML = 500_000;

/**
 * Nothing is loaded and nothing runs, whatever the document holds: this is the policy of the frame, which besides has an
 * empty `sandbox`, and the app's own policy (shared/web/security-headers.ts) holds in it too. What is taken out below
 * would do nothing, and is taken out so that a hole in one of the three is none.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const TAKEN_OUT = [
  ...["script", "noscript", "template", "link", "meta", "base", "title"],
  ...["iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe"],
  ...["form", "input", "button", "select", "textarea", "dialog"],
  ...["svg", "math", "audio", "video", "picture > source", "canvas", "map"],
];
/** These hold the mail's words as often as not. What the raw ones hold is text to a parser, and is written out as such. */
const UNWRAPPED = "form, button, noscript, picture, dialog, map, xmp, plaintext, noembed, noframes, listing";

/** All that looks or reads, and nothing that points anywhere. */
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

export function harmless(html: string, pictures: Record<string, string>): Harmless {
  // A parsed document has no window: nothing of it is loaded or run.
  const mail = new DOMParser().parseFromString(html, "text/html");
  for (const element of mail.querySelectorAll(UNWRAPPED)) unwrap(element);
  for (const element of mail.querySelectorAll(TAKEN_OUT.join(","))) element.remove();
  let remotePictures = 0;
  for (const image of mail.querySelectorAll("img")) if (!embed(image, pictures)) remotePictures += 1;
  for (const link of mail.querySelectorAll("a[href]")) showTarget(link);
  for (const sheet of mail.querySelectorAll("style")) sheet.textContent = harmlessSheet(sheet.textContent);
  for (const element of mail.querySelectorAll("*")) strip(element);

  const policy = mail.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  const look = mail.createElement("style");
  look.textContent = LOOK;
  mail.head.prepend(policy, look);
  return { document: `<!doctype html>${mail.documentElement.outerHTML}`, remotePictures };
}

/** One child at a time: a mail can have more of them than a call takes arguments. */
function unwrap(element: Element): void {
  const kept = new DocumentFragment();
  while (element.firstChild !== null) kept.append(element.firstChild);
  element.replaceWith(kept);
}

/** A picture that lies in the mail stays; of any other its words are left. */
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

/** Where a link would lead is shown as its title; it leads nowhere. */
function showTarget(link: Element): void {
  const target = link.getAttribute("href")?.trim() ?? "";
  if (!/^(?:https?|mailto|tel):/i.test(target)) return;
  link.setAttribute("title", target);
  link.classList.add("latchkey-link");
}

function strip(element: Element): void {
  for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  if (element.localName !== "img") element.removeAttribute("src");
  if (element instanceof HTMLElement) disarm(element.style);
  else element.removeAttribute("style");
}
