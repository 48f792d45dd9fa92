import type { KnownFacts } from "../facts.ts";
import { headerValues } from "../headers.ts";
import { comparableHeader } from "./plain.ts";

/** The subject in the form in which marks are compared. */
export function comparableSubjects({ headers }: Pick<KnownFacts, "headers">): string[] {
  return headerValues(headers, "subject").map(comparableHeader);
}

const BRACKETS = new Map([
  ["[", "]"],
  ["(", ")"],
  ["【", "】"],
  ["〔", "〕"],
  ["《", "》"],
  ["「", "」"],
  ["<", ">"],
]);

/** Gateways put tags in brackets before a subject, above all "[EXTERNAL]". No gateway adds more than this many. */
const MOST_TAGS = 3;
const LONGEST_TAG = 60;

export type SubjectMark = {
  /** The position of the mark: before a colon or a dash, in brackets, or as the whole subject. */
  form: "prefix" | "tag" | "whole";
  mark: string;
  /** The remainder of the subject. */
  remainder: string;
};

/**
 * Returns the possible marks at the start of a subject: for "[EXT] Automatic reply: Re: x", one of them is "automatic
 * reply".
 */
export function subjectMarks(subject: string): SubjectMark[] {
  const heads: SubjectMark[] = [];
  let left = subject;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    const end = left.indexOf(BRACKETS.get(left.charAt(0)) ?? "\n");
    if (end < 0 || end > LONGEST_TAG) break;
    const rest = left.slice(end + 1).trimStart();
    heads.push({ form: "tag", mark: left.slice(1, end).trim(), remainder: rest });
    left = rest;
  }
  for (const mark of [":", " - ", " – ", " — "]) {
    const at = left.indexOf(mark);
    if (at > 0)
      heads.push({ form: "prefix", mark: left.slice(0, at).trim(), remainder: left.slice(at + mark.length).trim() });
  }
  heads.push({ form: "whole", mark: left, remainder: "" });
  return heads;
}
