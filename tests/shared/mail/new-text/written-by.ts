import type { LabelRow } from "../../../../shared/mail/new-text/programs/program.ts";
import { PROGRAMS } from "../../../../shared/mail/new-text/programs.ts";

const AT = new Date("2026-11-23T09:14:00Z");

/** A program's attribution, filled in as the program does, with a date in the language's own form. */
export function fill(template: string, lang: string): string {
  const date = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(AT);
  const time = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }).format(AT);
  return template
    .replaceAll("{date}", date)
    .replaceAll("{time}", time)
    .replaceAll("{name}", "Bob Example")
    .replaceAll("{address}", "bob@x.example");
}

/** All attributions of programs. */
export const ATTRIBUTIONS = PROGRAMS.flatMap(({ name, wrote }) =>
  wrote.map(({ lang, template }) => ({
    name: `${name}, ${lang}: ${template}`,
    line: fill(template, lang),
    hasAddress: template.includes("{address}"),
  })),
);

/** All header blocks of programs, in their languages. */
export const HEADER_BLOCKS = PROGRAMS.flatMap(({ name, labels }) =>
  labels.map((row) => ({ name: `${name}, ${row.lang}: ${row.from[0]}`, lines: headerLines(row) })),
);

function headerLines({ lang, from, date, to, subject }: LabelRow): string[] {
  const sent = fill("{date} {time}", lang);
  return [`${from[0]}: Bob Example <bob@x.example>`, `${date[0]}: ${sent}`, `${to[0]}: Alice`, `${subject[0]}: Friday`];
}

/** All markers that programs write above a quoted or forwarded mail. */
export const MARKERS = PROGRAMS.flatMap(({ name, markers }) =>
  markers.flatMap(({ lang, original, forwarded }) =>
    [...original, ...forwarded].map((words) => ({ name: `${name}, ${lang}: ${words}`, words })),
  ),
);
