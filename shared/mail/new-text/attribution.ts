/** "On Monday Alice wrote:" in the languages of Gmail, Apple Mail, Thunderbird, Yahoo and their like. */

const MAX_LINES = 6;
const MAX_LENGTH = 500;

const WROTE = [
  ...[
    "wrote",
    "writes",
    "schrieb",
    "schreef",
    "geschreven",
    "a écrit",
    "escribió",
    "escreveu",
    "ha scritto",
    "scrisse",
  ],
  ...["skrev", "kirjoitti", "napisał", "napisała", "napsal", "napísal", "napisao", "написал", "написала", "написав"],
  ...["пише", "писал", "a scris", "írta", "έγραψε", "yazdı", "viết", "menulis", "كتب", "כתב", "写道", "寫道", "寫信"],
  ...["のメール", "のメッセージ", "書きました", "작성", "님이 쓴 글"],
].join("|");

const VERB = new RegExp(`(?:^|[^\\p{L}])(?:${WROTE})(?:\\(a\\))?(?![\\p{Ll}])|(?:写道|寫道|のメール)`, "iu");
const END = /[:：]\s*$|(?:wrote|writes)\s*-*\s*$/i;
const TIME = /(?:^|[^\d])\d{1,2}[:.h]\d{2}(?!\d)/;
const YEAR = /(?:^|[^\d])(?:19|20)\d{2}(?!\d)/;
const DATE_BEGINS = new RegExp(
  "^(?:-+ )?(?:on|am|le|op|il|el|em|den|dnia|dne|dňa|at|a|på|la|pada|vào|в|у|στις|\\d{1,2}[. ]|" +
    "(?:mon|tue|wed|thu|fri|sat|sun)|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|в ))",
  "iu",
);
/** Gmail's date lines without a verb: `2016-03-03 17:21 GMT+01:00 Some One`, `2013/7/20 Some One <one@x.example>`. */
const DATED =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{2}:\d{2} \S|[^<>]{1,100}<[^<>\s]*@[^<>\s]+>:?$)/;

/** How many lines from `at` on say who wrote what follows; 0 for none. */
export function attributionAt(lines: string[], at: number): number {
  const first = bare(lines[at] ?? "");
  if (first === "" || first.length > MAX_LENGTH || !/[\d<[(]/.test(first)) return 0;
  if (DATED.test(first)) return first.endsWith("<") ? 2 : 1;
  let joined = "";
  for (let count = 1; count <= MAX_LINES && at + count <= lines.length; count++) {
    const line = bare(lines[at + count - 1] ?? "");
    // A blank line ends it, unless the address stands below.
    if (line === "" && !/^<?\s*$|^<|^mailto:/.test(bare(lines[at + count] ?? ""))) return 0;
    joined = `${joined} ${line}`.trim();
    if (joined.length > MAX_LENGTH) return 0;
    if (END.test(line) && VERB.test(joined)) return isDated(first, joined) ? count : 0;
  }
  return 0;
}

function isDated(first: string, joined: string): boolean {
  // The first line is where it begins, so it must show that by itself.
  if (DATE_BEGINS.test(first) && /\d/.test(first)) return TIME.test(joined) || YEAR.test(joined);
  return (TIME.test(first) && YEAR.test(first)) || /^在/.test(first) || /^[^:]{0,100}<[^<>\s]+@/.test(first);
}

function bare(line: string): string {
  // A quotation mark before the date belongs to it; the one that closes an address does not.
  return line.replace(/^(?:[>|] ?)+(?=\S)(?!\s*(?:wrote|writes))/i, "").trim();
}
