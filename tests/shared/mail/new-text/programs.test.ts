import { describe, expect, test } from "vitest";
import { newText } from "../../../../shared/mail/new-text.ts";
import { ATTRIBUTIONS, HEADER_BLOCKS, MARKERS } from "./written-by.ts";

const NEW = "Yes, Friday suits us.\nSee you then!";
const BARE = "Does Friday suit you?\nBob";
const OLD = "> Does Friday suit you?\n> Bob";

describe("text that a program quotes below its attribution is removed", () => {
  test.each(ATTRIBUTIONS)("$name", ({ line, hasAddress }) => {
    const gap = `${NEW}\n\n${line}\n\n${OLD}`;
    expect(newText(gap)).toEqual({ text: NEW, rest: `${line}\n\n${OLD}` });
    expect(newText(`${NEW}\n${line}\n${OLD}`).text).toBe(NEW);
    expect(newText(`${line}\n${OLD}\n\n${NEW}`).text).toBe(NEW);
    if (hasAddress) expect(newText(`${NEW}\n\n${line}\n\n${BARE}`).text).toBe(NEW);
  });

  test.each(ATTRIBUTIONS.filter(({ hasAddress, line }) => hasAddress && /\d/.test(line)))(
    "folded: $name",
    ({ line }) => {
      const at = line.lastIndexOf(" ", Math.floor(line.length * 0.75));
      const folded = `${line.slice(0, at)}\n${line.slice(at + 1)}`;
      expect(newText(`${NEW}\n\n${folded}\n${OLD}`).text).toBe(NEW);
    },
  );
});

describe("text that a program quotes below a header block is removed", () => {
  test.each(HEADER_BLOCKS)("$name", ({ lines }) => {
    const block = lines.join("\n");
    const bold = lines.map((line) => line.replace(/^([^:]+):/, "*$1:*")).join("\n");
    const spaced = lines.map((line) => ` ${line.replace(":", "\u00a0:")}`).join("\n");
    for (const headers of [block, `________________________________\n${block}`, bold, spaced]) {
      expect(newText(`${NEW}\n\n${headers}\n\n${BARE}`).text).toBe(NEW);
    }
  });
});

describe("text that a program quotes below a marker is removed", () => {
  test.each(MARKERS)("$name", ({ words }) => {
    const headers = "From: Bob <bob@x.example>\nDate: 23 Nov 2026 09:14\nTo: Alice\nSubject: Friday";
    expect(newText(`${NEW}\n\n-------- ${words} --------\n${headers}\n\n${BARE}`).text).toBe(NEW);
    expect(newText(`${NEW}\n\n-----${words}-----\n${BARE}`).text).toBe(NEW);
    expect(newText(`${NEW}\n\n${words}:\n\n${headers}\n\n${BARE}`).text).toBe(NEW);
  });
});
