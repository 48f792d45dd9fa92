import fc from "fast-check";
import { expect, test } from "vitest";
import { answerHtml } from "../../../shared/mail/answer-html.ts";

const ELEMENTS = "p strong em del blockquote ol ul li table tr th td pre code hr br".split(" ");

/** The attributes that are allowed in a tag: where a list continues, a block's direction, and how code wraps. */
const ATTRIBUTES = '(?: start="\\d{1,9}")?(?: dir="auto")?(?: style="white-space:pre-wrap")?';

/** Matches anything that looks like a tag but is not ours: an unlisted element or any other attribute. */
const FOREIGN = new RegExp(`<(?!(?:${ELEMENTS.join("|")})${ATTRIBUTES}>|/(?:${ELEMENTS.join("|")})>)`, "i");

/** The HTML without the direction, which every block has. */
function shown(markdown: string): string | undefined {
  return answerHtml(markdown)?.replaceAll(' dir="auto"', "").replaceAll("\n", "");
}

test("Markdown becomes paragraphs, emphasis, lists, code and tables", () => {
  const html = shown(
    "# Hours\n\nWe open **at** _ten_.\nCall us:\n\n1. now\n2. later\n\n- a\n\n`x < y`\n\n|a|b|\n|-|-|\n|1|2|\n",
  );
  expect(html).toBe(
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
  ["a link of its own address", "<https://shop.example/a?b=c&d>", "https://shop.example/a?b=c&amp;d"],
  ["a mail address in brackets", "<a@shop.example>", "a@shop.example"],
  ["a link with a title", '[bank](https://evil.example "your bank")', "bank (https://evil.example)"],
  ["a footnote", "As said[^1], see [1].", "As said[^1], see [1]."],
  ["a definition", "[1]: https://shop.example/a", "[1]: https://shop.example/a"],
  ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
])("%s stays text", (_, markdown, html) => {
  expect(shown(markdown)).toBe(`<p>${html}</p>`);
});

test("a block of HTML stays text too", () => {
  const html = answerHtml("<style>p{display:none}</style>\n\n<div onclick=x>\nhello\n</div>\n");
  expect(html).not.toMatch(FOREIGN);
  expect(html).toContain("hello");
});

const pieces = fc.constantFrom(
  ..."# |> |- |1. |* |_|**|~~|`|```\n|[|](|)|![|<|>|</|<script>|<a href=x>|&|&lt;|\"|'|javascript:|http://a.b|@|\\|\n|\n\n|  |    |\t||-|-\n|word|[ ] |[x]: /u\n|é|😀|\0".split(
    "|",
  ),
);

test("whatever the model writes, the HTML has only our elements and our attributes", () => {
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

test.each([
  ["one that begins at three", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["one that begins at nought", "0. a", '<ol start="0"><li>a</li></ol>'],
  [
    "a list that code interrupts",
    "1. a\n\n```\nx\n```\n\n2. b",
    '<ol><li>a</li></ol><pre style="white-space:pre-wrap"><code>x</code></pre><ol start="2"><li>b</li></ol>',
  ],
  [
    "a list that contains code",
    "1. a\n\n   ```\n   x\n   ```\n2. b",
    '<ol><li><p>a</p><pre style="white-space:pre-wrap"><code>x</code></pre></li><li><p>b</p></li></ol>',
  ],
  ["one in another", "2. a\n   - 7) b", '<ol start="2"><li>a<ul><li><ol start="7"><li>b</li></ol></li></ul></li></ol>'],
])("a list keeps its numbers: %s", (_, markdown, html) => {
  expect(shown(markdown)).toBe(html);
});

test("each block has its own direction, and a list or table has one for everything in it", () => {
  const html = answerHtml("# א\n\nא\n\n> א\n\n1. א\n\n   א\n   - א\n\n|א|\n|-|\n|א|\n\n```\nx\n```\n");
  expect(html?.match(/<\w+ dir="auto"/g)).toEqual(
    ["p", "p", "p", "ol", "table", "pre"].map((name) => `<${name} dir="auto"`),
  );
  expect(html?.match(/<(?:ol|ul|p|table|pre)\b(?! dir)[^>]*>/g)).toEqual(["<p>", "<p>", "<ul>"]);
});
