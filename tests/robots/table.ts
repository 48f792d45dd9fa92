import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AGENT, ENVELOPE, labMails, PRECEDENCES } from "./mails.ts";
import { noteIn, ourDecision } from "./notes.ts";
import { talk } from "./talk.ts";

/** Reads what the robots of a lab sent, lets each talk with an agent, and writes the tables of docs/robots.md. */
const DOC = new URL("../../docs/robots.md", import.meta.url);
const FIELDS = ["Auto-Submitted", "Precedence", "X-Auto-Response-Suppress", "X-Loop", "X-Mailer", "List-Unsubscribe"];

const [lab = "", option] = process.argv.slice(2);
const mails = await labMails();
const robots = readdirSync(join(lab, "notes")).sort();

function noteOf(robot: string, name: string) {
  return noteIn(join(lab, "notes", robot, String(mails.findIndex((mail) => mail.name === name))));
}

async function row(robot: string): Promise<{ silence: string; note: string }> {
  const version = readFileSync(join(lab, "notes", robot, "version"), "utf8");
  const plain = noteOf(robot, "plain");
  if (plain === undefined) throw new Error(`${robot} answers nothing at all: see ${join(lab, "notes", robot, "log")}`);
  const marks = mails.filter(({ name }) => name.startsWith("mark-") && noteOf(robot, name) === undefined);
  const looksAt = grouped(marks.map(({ name }) => name.replace("mark-", ""))) || "nothing";
  const answers = PRECEDENCES.map((value) => (noteOf(robot, `reply-${value}`) ? "**answers**" : "silent"));
  const talks = [await talk(lab, robot, ENVELOPE), await talk(lab, robot, AGENT.address)];

  const note = noteOf(robot, "reply") ?? plain;
  const { mail, word } = await ourDecision(note);
  const carries = mail.headers.filter(({ name }) => FIELDS.some((field) => field.toLowerCase() === name));
  const shown = carries.map(({ name, value }) => `\`${name}: ${value}\``).join(", ") || "no mark";
  const to = note.to === ENVELOPE ? "the envelope" : "From";
  const from = note.envelope_from === "" ? "empty" : "the owner's";
  return {
    silence: cells(version, looksAt, ...answers),
    note: cells(version, to, from, shown, word, ...talks.map(String)),
  };
}

/** Marks that differ only after the colon stand together. */
function grouped(marks: string[]): string {
  const byField = Map.groupBy(marks, (mark) => mark.split(": ", 1)[0] ?? "");
  return [...byField]
    .map(([field, all]) => [all[0], ...all.slice(1).map((it) => it.slice(field.length + 2))].join(", "))
    .join("; ");
}

function cells(...values: string[]): string {
  return `| ${values.map((value) => value.replaceAll("|", "\\|")).join(" | ")} |`;
}

function table(head: string[], rows: string[]): string {
  return [cells(...head), cells(...head.map(() => "---")), ...rows].join("\n");
}

const rows: { silence: string; note: string }[] = [];
for (const robot of robots) rows.push(await row(robot));
const tables = {
  replies: table(
    ["robot", "keeps silent for", ...PRECEDENCES.map((value) => (value === "none" ? "no Precedence" : `\`${value}\``))],
    rows.map(({ silence }) => silence),
  ),
  notes: table(
    [
      "robot",
      "its note goes to",
      "its envelope sender",
      "the note carries",
      "what we do with it",
      "answers by SES",
      "answers by one machine",
    ],
    rows.map(({ note }) => note),
  ),
};
if (option === "--write") {
  const today = new Date().toISOString().slice(0, 10);
  let text = readFileSync(DOC, "utf8").replace(/(?<=<!-- date -->).*(?=<!-- end -->)/, today);
  for (const [name, lines] of Object.entries(tables)) {
    const [head = "", rest = ""] = text.split(`<!-- ${name} -->`, 2);
    text = `${head}<!-- ${name} -->\n\n${lines}\n\n<!-- end ${name} -->${rest.split(`<!-- end ${name} -->`, 2)[1] ?? ""}`;
  }
  writeFileSync(DOC, text);
} else console.log(Object.values(tables).join("\n\n"));
