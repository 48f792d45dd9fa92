import type { Route } from "../shared/api/route.ts";
import { routes } from "../shared/api/routes.ts";

const BEGIN = "<!-- routes -->";
const END = "<!-- /routes -->";

/**
 * Returns docs/api.md with its table of routes written anew. @throws Error if the page has lost the marks around the
 * table
 */
export function withRoutes(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/api.md has no ${BEGIN} and ${END} around its table of routes`);
  return `${page.slice(0, begin + BEGIN.length)}\n${tables()}\n${page.slice(end)}`;
}

/** One table of routes per function. */
function tables(): string {
  const rows = Object.values<Route>(routes);
  const functions = [...new Set(rows.map(({ fn }) => fn))];
  return functions
    .map((fn) =>
      tableOf(
        fn,
        rows.filter((route) => route.fn === fn),
      ),
    )
    .join("\n");
}

function tableOf(fn: string, rows: Route[]): string {
  const lines = rows.map((route) => {
    return `| \`${route.method} ${route.path}\` | ${tokenOf(route)} | ${statusesOf(route)} | ${route.summary} |`;
  });
  return [`### ${fn}`, "", "| route | token | answers | what it does |", "|---|---|---|---|", ...lines, ""].join("\n");
}

/** What a caller without a session needs beside. */
function tokenOf({ token, scope, refreshCookie }: Route): string {
  if (token === "access") return scope === "none" ? "session" : `session, or \`${scope}\``;
  return refreshCookie === undefined ? "none" : "refresh cookie";
}

function statusesOf({ answers }: Route): string {
  return Object.keys(answers).join(", ");
}
