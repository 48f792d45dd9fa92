import { TOOLS } from "./src/tools.ts";

const BEGIN = "<!-- tools -->";
const END = "<!-- /tools -->";

/** docs/programs.md with its table of tools made anew. @throws Error where the page has lost the table's marks */
export function withTools(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/programs.md has no ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n${table()}\n${page.slice(end)}`;
}

function table(): string {
  const rows = TOOLS.map(({ scope, listed: { name, title, annotations = {} } }) => {
    const what = annotations.readOnlyHint ? "reads" : annotations.openWorldHint ? "acts outside" : "changes";
    return `| \`${name}\` | ${title} | \`${scope}\` | ${what} |`;
  });
  return ["", "| tool | what it does | scope | effect |", "|---|---|---|---|", ...rows, ""].join("\n");
}
