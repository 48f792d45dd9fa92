import { readFileSync, writeFileSync } from "node:fs";
import type * as z from "zod/mini";
import { readHeaders } from "../../local/mail/headers.ts";
import type { mailboxList } from "../../shared/api/mailbox-schemas.ts";
import type { Judged } from "./judge.ts";
import type { WAYS } from "./ways.ts";

type Mailbox = z.infer<typeof mailboxList>["mailboxes"][number];
type Fate = { verdicts: Judged; word: string };

/** What one way did with three mails, and what became of them. */
export type Row = {
  way: (typeof WAYS)[number];
  /** The envelope's sender of the signed customer's mail, as the servers passed it on. */
  envelope: string;
  added: string[];
  test: Pick<Mailbox, "state" | "result">;
  signed: Fate;
  unsigned: Fate;
};

const LONGEST = 60;
const DOC = new URL("../../docs/forwarding.md", import.meta.url);

/** The header fields that a mail has after its way and did not have before, by name. */
export function addedFields(before: string, after: string): string[] {
  const had = new Set(readHeaders(before).map(({ name, value }) => `${name}:${value}`));
  const added = readHeaders(after).filter(({ name, value }) => !had.has(`${name}:${value}`));
  return [...Map.groupBy(added, ({ name }) => name)].map(([name, all]) => {
    if (name === "Received") return `${all.length} × \`Received\``;
    // What a signature or a list of results says would fill the page.
    return all.map(({ value }) => `\`${value.length > LONGEST ? name : `${name}: ${value}`}\``).join(", ");
  });
}

/** Prints the table, or writes it into the page. */
export function write(rows: Row[], versions: Map<string, string>, intoPage: boolean): void {
  const head = ["way", "envelope sender", "fields added", "test mail", "customer who signs", "customer who does not"];
  const table = [head, head.map(() => "---"), ...rows.map(cellsOf)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
  const names = [...versions].map(([name, version]) => `${name} ${version}`).join(", ");
  const text = `Debian 12's packages ${names}, on ${new Date().toISOString().slice(0, 10)}:\n\n${table}`;
  if (!intoPage) {
    console.log(text);
    return;
  }
  const [before = "", rest = ""] = readFileSync(DOC, "utf8").split("<!-- servers -->", 2);
  const after = rest.split("<!-- end servers -->", 2)[1] ?? "";
  writeFileSync(DOC, `${before}<!-- servers -->\n\n${text}\n\n<!-- end servers -->${after}`);
}

function cellsOf({ way, envelope, added, test, signed, unsigned }: Row): string[] {
  const { state, result } = test;
  const kept = result && `DKIM ${result.dkim}, SPF ${result.spf}, ARC ${result.arc}; seen as "${result.way_name}"`;
  const sender = envelope.replace(/^(SRS0=)[^=]+=[^=]+=/, "$1…=");
  return [
    way.name,
    `\`${sender}\``,
    added.join(", "),
    `${state} (${kept ?? "nothing"})`,
    wordOf(signed),
    wordOf(unsigned),
  ];
}

function wordOf({ verdicts: { spf, dkim, dmarc }, word }: Fate): string {
  return `${word} (DKIM ${dkim}, SPF ${spf}, DMARC ${dmarc})`;
}
