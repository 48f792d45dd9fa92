import { findAttributions } from "../../../shared/mail/new-text/attribution.ts";
import { isSignature } from "../../../shared/mail/new-text/contact.ts";
import { isDevice } from "../../../shared/mail/new-text/device.ts";
import * as evidence from "../../../shared/mail/new-text/evidence.ts";
import { headerBlockAt } from "../../../shared/mail/new-text/header-block.ts";
import { type Line, normalizeLine, readLine } from "../../../shared/mail/new-text/line.ts";
import { isMarker } from "../../../shared/mail/new-text/marker.ts";
import { hasOwnPart, isOwnWord } from "../../../shared/mail/new-text/own-words.ts";
import { isMobileSignature } from "../../../shared/mail/new-text/phone.ts";
import { isProgramsLine } from "../../../shared/mail/new-text/program-line.ts";
import { programLines } from "../../../shared/mail/new-text/program-lines.ts";
import { program } from "../../../shared/mail/new-text/programs/program.ts";
import { findSeparators, nextFilled } from "../../../shared/mail/new-text/separators.ts";
import { isDivider, signatureStart } from "../../../shared/mail/new-text/signature.ts";
import { markerKey, splitWords } from "../../../shared/mail/new-text/words.ts";
import { newText } from "../../../shared/mail/new-text.ts";
import { byText, type Fed, type Rows } from "./feeding.ts";

const byLines =
  (fn: (lines: Line[]) => unknown): Fed =>
  (text) =>
    fn(text.split("\n").map(readLine));
const everyLine = (fn: (lines: Line[], at: number) => unknown) =>
  byLines((lines) => lines.map((_, at) => fn(lines, at)));
const bare = { hasAddress: false, isDated: false, isQuoted: false };

/** Of shared/mail/new-text/. */
export const NEW_TEXT: Record<string, Rows> = {
  "new-text.ts": {
    newText,
    "newText below words": (text) => newText(`Hello,\n\n${text}`),
    "newText above words": (text) => newText(`${text}\nBye`),
  },
  "new-text/attribution.ts": {
    findAttributions: byLines(findAttributions),
    "findAttributions with a date": (text) =>
      findAttributions([`On 3 May 2026, Bob ${text}`, ...text.split("\n"), "wrote:", "> x"].map(readLine)),
  },
  "new-text/contact.ts": {
    isSignature: (text) => [isSignature(text.split("\n"), true), isSignature(["Bob", text], false)],
  },
  "new-text/device.ts": { isDevice: (text) => isDevice(text, text) },
  "new-text/evidence.ts": byText(evidence),
  "new-text/header-block.ts": {
    headerBlockAt: everyLine((lines, at) => headerBlockAt(lines, at, "words")),
    "headerBlockAt below a rule": everyLine((lines, at) => headerBlockAt(lines, at, "rule")),
  },
  "new-text/line.ts": byText({ normalizeLine, readLine }),
  "new-text/marker.ts": { isMarker: everyLine((lines, at) => isMarker(lines, at, () => true)) },
  "new-text/own-words.ts": { hasOwnPart, isOwnWord: (text) => isOwnWord(text, text) },
  "new-text/phone.ts": { isMobileSignature },
  "new-text/program-line.ts": {
    isProgramsLine: (text) => [
      isProgramsLine(text, undefined, { hasAddress: true, isDated: true, isQuoted: true }),
      isProgramsLine(text, "wrote", bare),
    ],
  },
  "new-text/program-lines.ts": { programLines },
  "new-text/programs/program.ts": {
    program: (text) => program({ name: text, dateLabels: "sent", wrote: text, markers: text, labels: text }),
  },
  "new-text/separators.ts": { findSeparators: byLines(findSeparators), nextFilled: byLines(nextFilled) },
  "new-text/signature.ts": { isDivider, signatureStart: (text) => signatureStart(text.split("\n")) },
  "new-text/words.ts": byText({ markerKey, splitWords }),
};
