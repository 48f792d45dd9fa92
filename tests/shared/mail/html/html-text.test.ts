import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlText } from "../../../../shared/mail/html/html-text.ts";

test("a page reads as its reader sees it", () => {
  const page = `<html><head><title>No</title><style>p{color:red}</style></head><body>
    <h1>Order&nbsp;7</h1><p>Where <b>is</b>
    it?<br>Since <i>Monday</i>.</p>
    <ul><li>one<li>two</ul><ol><li>first</li><li>second</li></ol>
    <div>To <a href="https://shop.example/7">the order</a>, <a href="https://x.example">https://x.example</a>,
    <a href="mailto:a@b.example">write</a></div><div><br></div><div>Bye &amp; thanks</div>
    <table><tr><td>7</td><td>lost</td></tr><tr><td>8</td></tr></table>
    <script>alert(1)</script><pre>a  b
  c</pre><img src="https://x.example/pixel" alt="logo"></body></html>`;
  expect(htmlText(page)).toBe(`Order 7

Where is it?
Since Monday.

- one
- two

1. first
2. second

To the order <https://shop.example/7>, https://x.example, write

Bye & thanks

7 lost
8

a  b
  c`);
});

test("quotations are marked, at their depth", () => {
  const page = "<p>New</p><div>Bob wrote:</div><blockquote>one<blockquote>deep</blockquote>two</blockquote>end";
  expect(htmlText(page)).toBe("New\n\nBob wrote:\n\n> one\n>\n> > deep\n>\n> two\n\nend");
});

test("a line of its own stands where the page draws one", () => {
  expect(htmlText("a<hr>b")).toMatch(/^a\n_{32}\nb$/);
});

describe("what its reader does not see is left out", () => {
  test.each([
    '<div style="display:none">no</div>',
    "<div style='DISPLAY : none !important'>no<p>no</p></div>",
    '<p style="color:red;visibility:hidden">no</p>',
    '<span style="font-size:0">no</span>',
    '<span style="font-size:0px;line-height:0">no</span>',
    '<span style="font-size: 1px">no</span>',
    '<span style="opacity:0">no</span>',
    '<div style="max-height:0;overflow:hidden">no</div>',
    '<div style="text-indent:-9999px">no</div>',
    '<div style="mso-hide:all">no</div>',
    '<div style="dis/*x*/play:none">no</div>',
    '<p style="color:#FFFFFF">no</p>',
    '<font color="white">no</font>',
    '<p style="background:white;color:white">no</p>',
    '<p style="background-color:#123;color:#123">no</p>',
    '<p style="color:transparent">no</p>',
    "<p hidden>no</p>",
    '<style>.a, td.x{color:red} p.b,#i { display : none }</style><p class="c b">no</p>',
    '<style><!-- @import "x"; @media print{.y{x:y}} #i{font-size:0} --></style><p id="i">no</p>',
    "<template>no</template>",
    "<style>no</style>",
    "<svg><text>no</text></svg>",
    "<textarea>no</textarea>",
    "<!-- no -->",
    "<!--[if mso]>no<![endif]-->",
  ])("%s", (html) => expect(htmlText(`<p>Yes</p>${html}<p>too</p>`)).toBe("Yes\n\ntoo"));
});

describe("what its reader sees is kept", () => {
  test.each([
    '<style>@media (max-width:600px){.a{display:none} .b{x:y}} .c{color:red}</style><p class="a b c">yes</p>',
    '<style>div .a{display:none}</style><p class="a">yes</p>',
    '<table bgcolor="#003366"><tr><td style="color:white">yes</td></tr></table>',
    '<div style="background:#036"><p style="color:#fff">yes</p></div>',
    '<div style="background-image:url(x.png)"><p style="color:#fff">yes</p></div>',
    '<p style="font-size:10px;opacity:0.9;color:#ffe">yes</p>',
    '<p style="display:block;max-height:0.5em">yes</p>',
    '<p style="margin-left:-10px">yes</p>',
    "<p>yes",
    "</div></p><p>yes</b>",
  ])("%s", (html) => expect(htmlText(html).trim()).toBe("yes"));
});

test("any text comes back as it was, once it is written as HTML", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const escaped = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
      expect(htmlText(`<p>${escaped}</p>`)).toBe(text.replace(/\s+/g, " ").trim());
    }),
  );
});
