const NOT_SHOWN = /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0*)?(?=;|!|$)|mso-hide:all)/;
const NO_SIZE = /(?:^|;)(?:font-size|max-height|max-width):0*(?:\.0+)?(?:px|pt|em|rem|%|in|cm|mm)?(?=;|!|$)/;
const TINY = /(?:^|;)font-size:0*[01](?:\.\d+)?(?:px|pt)(?=;|!|$)/;
const OFF_PAGE = /(?:^|;)(?:text-indent|left|top|margin-left):-\d{3}/;
const COLOR = /(?:^|;)color:([^;!]+)/;
const BACKGROUND = /(?:^|;)background(?:-color|-image)?:([^;!]+)/;
const WHITE = /^(?:white|#fff|#ffffff|rgb\(255,255,255\)|rgba\(255,255,255,1\))$/;
const CLEAR = /^(?:transparent|rgba\(\d+,\d+,\d+,0\))$/;

export type Attributes = Record<string, string>;

/** What an element's style says of its text. `background`: something other than the page's white lies behind it. */
export type Look = { hidden: boolean; background: boolean };

/** People do not see such text, so the model must not either: it could carry orders that its reader never saw. */
export function lookOf(attributes: Attributes, behind: boolean): Look {
  const style = plainStyle(attributes["style"]);
  const fill = BACKGROUND.exec(style)?.[1] ?? attributes["bgcolor"]?.toLowerCase() ?? attributes["background"];
  const color = COLOR.exec(style)?.[1] ?? attributes["color"]?.toLowerCase();
  const background = fill === undefined || CLEAR.test(fill) ? behind : !WHITE.test(fill);
  return { hidden: isUnseen(attributes) || isPale(color, fill, background), background };
}

/** True where an element is not shown, whatever lies around it. */
export function isUnseen(attributes: Attributes): boolean {
  const style = plainStyle(attributes["style"]);
  return "hidden" in attributes || [NOT_SHOWN, NO_SIZE, TINY, OFF_PAGE].some((rule) => rule.test(style));
}

/** White on the page's own white, or in the color of its own background. */
function isPale(color: string | undefined, fill: string | undefined, background: boolean): boolean {
  if (color === undefined) return false;
  return CLEAR.test(color) || color === fill || (WHITE.test(color) && !background);
}

/** One spelling of a style: lower case, no blanks, no comments. */
function plainStyle(style = ""): string {
  return style
    .replace(/\/\*[^*]*\*\//g, "")
    .replace(/\s+/g, "")
    .toLowerCase();
}
