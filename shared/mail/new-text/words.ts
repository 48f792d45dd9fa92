import { normalizeLine } from "./line.ts";
import { PROGRAMS } from "./programs.ts";

/** The words of `PROGRAMS`, indexed for lookup. */

const key = (text: string) => normalizeLine(text).toLowerCase();

/** Verbs of attributions: "wrote", "a écrit", "napisał(a)". The longest comes first. */
export const VERBS = unique(PROGRAMS.flatMap(({ wrote }) => wrote.flatMap(({ verbs }) => verbs.map(key)))).sort(
  (a, b) => b.length - a.length,
);

/** Every word of attributions other than the date, the name and the address. */
export const FRAME_WORDS = new Set(
  PROGRAMS.flatMap(({ wrote }) => wrote.flatMap(({ template }) => splitWords(template.replaceAll(/\{\w+\}/g, " ")))),
);

/** The words before the date at the start of an attribution: "On", "W dniu", "Στις". */
export const OPENERS = new Set(
  PROGRAMS.flatMap(({ wrote }) =>
    wrote.flatMap(({ template }) => splitWords(template.split("{date}")[0] ?? "").slice(0, 1)),
  ).filter((word) => word !== ""),
);

export const FRAMED_MARKERS = new Set(
  PROGRAMS.flatMap(({ markers }) => markers.flatMap(({ original, forwarded }) => [...original, ...forwarded])).map(
    markerKey,
  ),
);

/** A marker's words as `FRAMED_MARKERS` has them: without the point or the colon at their end. */
export function markerKey(text: string): string {
  return key(text).replace(/[ :：.]{1,3}$/, "");
}

const KINDS = ["from", "date", "to", "subject", "other"] as const;
export type LabelKind = (typeof KINDS)[number];
export type Label = { lang: string; kind: LabelKind; isSent: boolean };

/** What a header's name can mean, by language. */
export const LABELS = readLabels();

/** In blocks of every language. */
export const COPY_LABELS = new Set(["cc", "bcc", "cco", "cci"]);

function readLabels(): Map<string, Label[]> {
  const labels = new Map<string, Label[]>();
  const dated = new Set<string>();
  for (const { dateLabels, labels: rows } of PROGRAMS) {
    for (const row of rows) {
      for (const kind of KINDS) {
        for (const name of row[kind]) {
          const label = key(name).replace(/ ?[:՝]$/, "");
          if (kind === "date" && dateLabels === "dated") dated.add(`${row.lang} ${label}`);
          addMeaning(labels, label, { lang: row.lang, kind, isSent: kind === "date" });
        }
      }
    }
  }
  for (const [label, meanings] of labels) {
    for (const meaning of meanings) meaning.isSent &&= !dated.has(`${meaning.lang} ${label}`);
  }
  return labels;
}

function addMeaning(labels: Map<string, Label[]>, label: string, meaning: Label): void {
  const known = labels.get(label) ?? [];
  const isKnown = known.some(({ lang, kind }) => lang === meaning.lang && kind === meaning.kind);
  if (!isKnown) labels.set(label, [...known, meaning]);
}

export function splitWords(text: string): string[] {
  return key(text)
    .split(/[^\p{L}\p{M}\p{N}'@._+-]+/u)
    .map(withoutPoints)
    .filter((word) => word !== "");
}

function withoutPoints(word: string): string {
  return word.replace(/^[.'-]{1,9}/, "").replace(/[.'-]{1,9}$/, "");
}

function unique(words: string[]): string[] {
  return [...new Set(words)];
}
