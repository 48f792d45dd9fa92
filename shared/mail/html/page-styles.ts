import { holdsOnEveryScreen } from "./sheet-rules.ts";

/** The maximum per page, in characters. Styles after that hide nothing; Gmail reads 16 KB of a sheet. */
const MAX_STYLES = 256 * 1024;

/** A comment or a plain-text element cannot contain elements, whatever its text looks like. */
const BEGIN = /<!--|<(style|script|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])/gi;
const MEDIA = /\smedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The style sheets of a page, wherever they are: a sheet also applies to the text above it. */
export function pageStyles(html: string): string[] {
  const sheets: string[] = [];
  let remaining = MAX_STYLES;
  const begin = new RegExp(BEGIN);
  for (let match = begin.exec(html); match !== null && remaining > 0; match = begin.exec(html)) {
    const [, name = ""] = match;
    const open = name === "" ? begin.lastIndex : html.indexOf(">", begin.lastIndex) + 1;
    const end = endOf(html, name, open);
    if (open === 0 || (end < 0 && name === "")) return sheets;
    if (name.toLowerCase() === "style" && isForScreens(html.slice(begin.lastIndex, open))) {
      const sheet = html.slice(open, end < 0 ? html.length : end).slice(0, remaining);
      remaining -= sheet.length;
      sheets.push(sheet);
    }
    if (end < 0) return sheets;
    begin.lastIndex = end + 1;
  }
  return sheets;
}

/** Searches once per element, so that a page full of unclosed elements is read only once. */
function endOf(html: string, name: string, from: number): number {
  // `<!-->` is a complete comment.
  if (name === "") return html.indexOf("-->", from - 2);
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}

function isForScreens(attributes: string): boolean {
  const [, double, single, bare] = MEDIA.exec(attributes.slice(0, 1_000)) ?? [];
  return holdsOnEveryScreen(double ?? single ?? bare ?? "");
}
