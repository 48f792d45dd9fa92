import { expect, test } from "vitest";
import { joinFlowedLines } from "../../../../shared/mail/mime/flowed.ts";

test.each([
  ["joins what flows", "one \ntwo \nthree\nfour", false, "one two three\nfour"],
  ["takes the added blank out where DelSp says so", "日本 \n語\nend", true, "日本語\nend"],
  ["takes out the blank that keeps a line's own", " From here\n >no quote", false, "From here\n>no quote"],
  ["joins quoted lines of one depth", "> one \n> two\n>> deep \n>> er\nmine", false, "> one two\n>> deep er\nmine"],
  ["ends a paragraph where the depth changes", "> one \nmine", false, "> one \nmine"],
  ["lets the signature's line be", "bye \n-- \nAlice \nB", false, "bye \n-- \nAlice B"],
  ["keeps empty lines", "a\n\nb", false, "a\n\nb"],
])("%s", (_, text, delSp, expected) => expect(joinFlowedLines(text, delSp)).toBe(expected));
