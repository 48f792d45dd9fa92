import fc from "fast-check";
import { expect, test } from "vitest";
import { newText } from "../../../../shared/mail/new-text.ts";
import { SIGNATURES, WRITTEN } from "./written.ts";
import { ATTRIBUTIONS, HEADER_BLOCKS, MARKERS } from "./written-by.ts";

const OLD = ["Does Friday suit you?", "We have red and blue.", "Regards, Bob"];
const QUOTED = OLD.map((line) => `> ${line}`).join("\n");

const attribution = fc.constantFrom(...ATTRIBUTIONS);
const headers = fc.constantFrom(...HEADER_BLOCKS).map(({ lines }) => lines.join("\n"));
const marker = fc.constantFrom(...MARKERS).map(({ words }) => `-------- ${words} --------`);

/** Lines that programs certainly add below the text. */
const quotation = fc.oneof(
  attribution.map(({ line }) => `${line}\n${QUOTED}`),
  attribution
    .filter(({ hasAddress, line }) => hasAddress && /\d/.test(line))
    .map(({ line }) => `${line}\n\n${OLD.join("\n")}`),
  headers.map((block) => `${block}\n\n${OLD.join("\n")}`),
  headers.map((block) => `________________________________\n${block}\n\n${OLD.join("\n")}`),
  fc.tuple(marker, headers).map((lines) => `${lines.join("\n")}\n\n${OLD.join("\n")}`),
);

const written = fc.record({
  pieces: fc.array(fc.constantFrom(...WRITTEN), { minLength: 1, maxLength: 6 }),
  gap: fc.constantFrom("\n", "\n\n"),
});
const signature = fc.constantFrom(...SIGNATURES);

function expectWritten(mail: string, pieces: string[]): void {
  const { text } = newText(mail);
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  for (const line of pieces.flatMap((piece) => piece.split("\n"))) {
    // A line without a letter proves nothing.
    if (/[\p{L}\d]/u.test(line)) expect(lines, mail).toContain(line.trim());
  }
}

const all = { numRuns: 3_000 };

test("everything written above a quotation is new", () => {
  fc.assert(
    fc.property(written, signature, quotation, ({ pieces, gap }, below, quoted) => {
      const mail = `${pieces.join(gap)}\n\n${below}\n\n${quoted}`;
      expectWritten(mail, pieces);
      // Headers stay if the writer introduces them with "this is what I got:".
      if (/[:：]$/.test(pieces.at(-1) ?? "") || !pieces.some((piece) => /\p{L}/u.test(piece))) return;
      for (const line of OLD) expect(newText(mail).text, mail).not.toContain(line);
    }),
    all,
  );
});

test("everything written below a quotation is new", () => {
  fc.assert(
    fc.property(written, signature, attribution, ({ pieces, gap }, below, { line }) => {
      expectWritten(`${line}\n${QUOTED}\n\n${pieces.join(gap)}\n\n${below}`, pieces);
    }),
    all,
  );
});

test("everything written between quoted lines is new", () => {
  const answers = fc.array(fc.constantFrom(...WRITTEN), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(answers, signature, attribution, fc.boolean(), (pieces, below, { line }, isGreeted) => {
      const asked = pieces.map((piece) => `> Does Friday suit you?\n\n${piece}`).join("\n\n");
      expectWritten(`${isGreeted ? "Hello Bob,\n\n" : ""}${line}\n${asked}\n\n${below}`, pieces);
    }),
    all,
  );
});

test("everything is new if nothing is quoted", () => {
  fc.assert(
    fc.property(written, signature, ({ pieces, gap }, below) => {
      expectWritten(`${pieces.join(gap)}\n\n${below}`, pieces);
    }),
    all,
  );
});
