import fc from "fast-check";
import { expect, test } from "vitest";
import { answerHtml } from "../../../shared/mail/answer-html.ts";

const ELEMENTS = "p strong em del blockquote ol ul li table tr th td pre code hr br".split(" ");

/** What looks like a tag and is none of ours: an element that is not listed, or any attribute. */
const FOREIGN = new RegExp(`<(?!/?(?:${ELEMENTS.join("|")})>)`, "i");

test("Markdown becomes paragraphs, emphasis, lists, code and tables", () => {
  const html = answerHtml(
    "# Hours\n\nWe open **at** _ten_.\nCall us:\n\n1. now\n2. later\n\n- a\n\n`x < y`\n\n|a|b|\n|-|-|\n|1|2|\n",
  );
  expect(html?.replaceAll("\n", "")).toBe(
    "<p><strong>Hours</strong></p><p>We open <strong>at</strong> <em>ten</em>.<br>Call us:</p>" +
      "<ol><li>now</li><li>later</li></ol><ul><li>a</li></ul><p><code>x &lt; y</code></p>" +
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
  );
});

test.each([
  ["a link", "[bank](https://evil.example/?q=1&r=2)", "bank (https://evil.example/?q=1&amp;r=2)"],
  ["a link of script", "[bank](javascript:alert(1))", "bank (javascript:alert(1))"],
  ["a bare address", "See https://shop.example/a.", "See https://shop.example/a."],
  ["a mail address", "Write to a@shop.example", "Write to a@shop.example"],
  ["a tracking pixel", "![x](https://evil.example/p.gif)", "x (https://evil.example/p.gif)"],
  [
    "an HTML element",
    'a <img src="https://evil.example/p.gif"> b',
    "a &lt;img src=&quot;https://evil.example/p.gif&quot;&gt; b",
  ],
  ["a script around text", "a <script>alert(1)</script> b", "a &lt;script&gt;alert(1)&lt;/script&gt; b"],
  ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
])("%s is text and nothing else", (_, markdown, html) => {
  expect(answerHtml(markdown)?.trim()).toBe(`<p>${html}</p>`);
});

test("a block of HTML is text as well", () => {
  const html = answerHtml("<style>p{display:none}</style>\n\n<div onclick=x>\nhello\n</div>\n");
  expect(html).not.toMatch(FOREIGN);
  expect(html).toContain("hello");
});

const pieces = fc.constantFrom(
  ..."# |> |- |1. |* |_|**|~~|`|```\n|[|](|)|![|<|>|</|<script>|<a href=x>|&|&lt;|\"|'|javascript:|http://a.b|@|\\|\n|\n\n|  |    |\t||-|-\n|word|[ ] |[x]: /u\n|é|😀|\0".split(
    "|",
  ),
);

test("whatever the model writes, the HTML holds only elements of ours, without attributes", () => {
  const anything = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((some) => some.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  fc.assert(
    fc.property(anything, (markdown) => {
      expect(answerHtml(markdown) ?? "").not.toMatch(FOREIGN);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["too long", "a ".repeat(10_001)],
  ["nested too deep", "> ".repeat(9_000)],
  ["empty", " \n"],
])("a text that is %s has no HTML", (_, markdown) => {
  expect(answerHtml(markdown)).toBeUndefined();
});
