import type { Plugin } from "vite";
import { HOLD_REASONS } from "../shared/mail/hold-reasons.ts";
import { SKIP_REASONS } from "../shared/mail/skip-reasons.ts";
import { KEY_REASONS } from "../shared/reasons/key-reasons.ts";
import { LIMIT_REASONS } from "../shared/reasons/limit-reasons.ts";
import type { Reason } from "../shared/reasons/reason.ts";
import { WORK_REASONS } from "../shared/reasons/work-reasons.ts";

const TABLES: Record<string, Record<string, Record<string, Reason>>> = {
  "shared/mail/hold-reasons.ts": { HOLD_REASONS },
  "shared/mail/skip-reasons.ts": { SKIP_REASONS },
  "shared/reasons/key-reasons.ts": { KEY_REASONS },
  "shared/reasons/limit-reasons.ts": { LIMIT_REASONS },
  "shared/reasons/work-reasons.ts": { WORK_REASONS },
};

/** Sends a browser of each reason what it shows: the owner's words come with the mail, and the operators' are not for it. */
export function reasonTable(): Plugin {
  return {
    name: "latchkey:reason-table",
    enforce: "pre",
    load: (id) => {
      const file = Object.keys(TABLES).find((name) => id.endsWith(`/${name}`));
      return file && exportsOf(TABLES[file] ?? {});
    },
  };
}

function exportsOf(tables: Record<string, Record<string, Reason>>): string {
  return Object.entries(tables)
    .map(
      ([name, rows]) =>
        `export const ${name} = ${JSON.stringify(rows, (key, value) => (UNSENT.has(key) ? undefined : value))};`,
    )
    .join("\n");
}

const UNSENT: ReadonlySet<string> = new Set(["owner", "operator"]);
