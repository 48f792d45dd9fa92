import { describe, expect, test } from "vitest";
import { isMobileSignature } from "../../../../shared/mail/new-text/phone.ts";
import { programLines } from "../../../../shared/mail/new-text/program-lines.ts";
import { newText } from "../../../../shared/mail/new-text.ts";

const KB = 1024;
/** Each makes a text of `size` characters that a bad pattern would read again and again. */
const HOSTILE: [string, (size: number) => string][] = [
  ...[" ", "\t", ")", "_", ">", "-", "*", "|", ".", ":", "@", "<", "(", "\u00a0", "1", "a"].map(
    (filler): [string, (size: number) => string] => [
      `one line of ${JSON.stringify(filler)}`,
      (size) => `a${filler.repeat(size)}b`,
    ],
  ),
  ["lines of >", (size) => ">\n".repeat(size / 2)],
  ["blank lines", (size) => `a${"\n".repeat(size)}b`],
  ["lines of --", (size) => "a\n--\n".repeat(size / 5)],
  ["lines of ____", (size) => "A\n________\n".repeat(size / 11)],
  ["attributions", (size) => "On 1.1.2020 10:00 a <a@b.example> wrote:\n".repeat(size / 42)],
  ["quoted attributions", (size) => "> On 1.1.2020 10:00 a <a@b.example> wrote:\n".repeat(size / 44)],
  [
    "attributions, quotations and answers",
    (size) => "On 1.1.2020 10:00 a <a@b.example> wrote:\n> x\n\ny\n".repeat(size / 50),
  ],
  ["almost attributions", (size) => "On Mon 1.1.2020 10:00 a <a@b.example> and\n".repeat(size / 43)],
  ["headers", (size) => "From: a <a@b.example>\nSent: 1.1.2020 10:00\nTo: b\nSubject: c\n".repeat(size / 66)],
  ["almost headers", (size) => "From: a <a@b.example>\nTo: b <b@c.example>\n".repeat(size / 44)],
  ["markers", (size) => "-----Original Message-----\nBegin forwarded message:\n".repeat(size / 53)],
  ["lines of a phone", (size) => "Sent from my iPhone\n".repeat(size / 20)],
  ["lines of a colon", (size) => "a:\n".repeat(size / 3)],
  ["lines of one letter", (size) => "a\n".repeat(size / 2)],
];

describe("four times the text takes about four times the work, with tolerance for a noisy machine", () => {
  test.each(HOSTILE)("%s", (_, make) => {
    for (const read of [newText, programLines, isMobileSignature]) {
      // A quadratic pattern takes sixteen times as long, and more than a second for 64 KB.
      const small = cpuOf(() => read(make(16 * KB)));
      const large = cpuOf(() => read(make(64 * KB)));
      expect(large, read.name).toBeLessThan(Math.max(small, 10_000) * 10);
    }
  });
});

/** The minimum of three runs, in microseconds of CPU time: other work of the process only adds to it. */
function cpuOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}
