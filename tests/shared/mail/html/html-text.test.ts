import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlText } from "../../../../shared/mail/html/html-text.ts";

test("a page is read as a person sees it", () => {
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

test("quotations are marked with their depth", () => {
  const page = "<p>New</p><div>Bob wrote:</div><blockquote>one<blockquote>deep</blockquote>two</blockquote>end";
  expect(htmlText(page)).toBe("New\n\nBob wrote:\n\n> one\n>\n> > deep\n>\n> two\n\nend");
});

test("a line starts wherever the page starts one", () => {
  expect(htmlText("a<hr>b")).toMatch(/^a\n_{32}\nb$/);
});

describe("invisible text is left out", () => {
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
    '<p style="font:0/0 a">no</p>',
    '<p style="font-size:10px"><b style="font-size:.1em">no</b></p>',
    '<div style="opacity:.2"><p style="opacity:.2">no</p></div>',
    '<div style="opacity:0"><p style="opacity:1">no</p></div>',
    '<div style="display:none"><p style="display:block">no</p></div>',
    '<p style="height:0;overflow:hidden">no</p>',
    '<p style="width:1px;height:1px;overflow:hidden">no</p>',
    '<p style="line-height:0;overflow:hidden">no</p>',
    '<p style="transform:scale(0)">no</p>',
    '<p style="clip-path:inset(50%)">no</p>',
    '<p style="position:absolute;clip:rect(0,0,0,0)">no</p>',
    '<p style="position:absolute;left:-9999px">no</p>',
    '<p style="transform:translateX(-200vw)">no</p>',
    '<p style="content-visibility:hidden">no</p>',
    '<p style="filter:opacity(0)">no</p>',
    '<p style="-webkit-text-fill-color:transparent">no</p>',
    '<p style="color:#fff8;background:#fff">no</p>',
    '<p style="color:hsl(0, 0%, 99%)">no</p>',
    '<div style="background:#000"><p style="background:#fff"><b style="color:snow">no</b></p></div>',
    '<style>.c{color:#fff}.d{color:#000}</style><p class="d" style="color:#fff!important">no</p>',
    '<style>div .a b{display:none}</style><div><p class="a"><i><b>no</b></i></p></div>',
    '<style>@media screen{.a{display:none}}</style><p class="a">no</p>',
    '<p class="a">no</p><style>.a{display:none}</style>',
    '<p style="display:\\6e one">no</p>',
    '<p style="display:none;display:nonsense">no</p>',
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

describe("visible text is kept", () => {
  test.each([
    '<style>@media (max-width:600px){.a{display:none} .b{x:y}} .c{color:red}</style><p class="a b c">yes</p>',
    '<style>div .a{display:none}</style><p class="a">yes</p>',
    '<table bgcolor="#003366"><tr><td style="color:white">yes</td></tr></table>',
    '<div style="background:#036"><p style="color:#fff">yes</p></div>',
    '<div style="background-image:url(x.png)"><p style="color:#fff">yes</p></div>',
    '<p style="font-size:10px;opacity:0.9;color:#ffe">yes</p>',
    '<p style="display:block;max-height:0.5em">yes</p>',
    '<p style="margin-left:-10px">yes</p>',
    '<table><tr><td style="font-size:0px"><div style="font-size:13px">yes</div></td></tr></table>',
    '<div style="visibility:hidden"><span style="visibility:visible">yes</span></div>',
    '<p style="margin-left:36.0pt;text-indent:-18.0pt">yes</p>',
    '<p style="margin-left:400pt;text-indent:-380pt">yes</p>',
    "<style>body{background-color:#202020}</style><body><p style='color:#fff'>yes</p>",
    "<style>body{background-color:#202020}</style><p style='color:#fff'>yes</p>",
    '<style>#h td{background:navy}</style><table id="h"><tr><td><font color="white">yes</font></td></tr></table>',
    '<style>tr:nth-child(odd){background:#000}</style><table><tr><td style="color:#fff">yes</td></tr></table>',
    '<style>[dir] .a{display:none}</style><p class="a">yes</p>',
    '<body bgcolor="1d1d1d" text="#ffffff"><p>yes</p></body>',
    "<style>@media (prefers-color-scheme:dark){p{color:#fff}}</style><p>yes</p>",
    '<style media="print">p{display:none}</style><p>yes</p>',
    "<!--[if mso]><style>p{display:none}</style><![endif]--><p>yes</p>",
    '<style>.a{display:none}</style><p class="a" style="display:block">yes</p>',
    '<style>p{display:block!important}</style><p style="display:none">yes</p>',
    '<style>#i{color:#000}.a{color:#fff}</style><p class="a" id="i">yes</p>',
    '<p style="max-height:0">yes</p>',
    '<span style="max-height:0;overflow:hidden">yes</span>',
    '<p style="height:0;overflow:hidden;padding-bottom:20px">yes</p>',
    '<p style="line-height:0">yes</p>',
    '<p style="left:-9999px">yes</p>',
    '<p style="clip:rect(0,0,0,0)">yes</p>',
    '<p style="color:transparent;text-shadow:0 0 0 #000">yes</p>',
    '<p style="color:#fff;background:linear-gradient(#000,#333)">yes</p>',
    '<p style="color:var(--a)">yes</p>',
    '<p hidden style="display:block">yes</p>',
    "<details><summary>yes</summary></details>",
    '<a href="#" style="mso-hide:all">yes</a>',
    "<head><p>yes</p>",
    "<p>yes",
    "</div></p><p>yes</b>",
  ])("%s", (html) => expect(htmlText(html).trim()).toBe("yes"));
});

test.each([
  ["a start", '<ol start="3"><li>a<li>b</ol>', "3. a\n4. b"],
  ["an item's own number", '<ol><li>a<li value="7">b<li>c</ol>', "1. a\n7. b\n8. c"],
  ["a countdown", '<ol reversed start="2"><li>a<li>b</ol>', "2. a\n1. b"],
  ["a countdown from nobody knows where", "<ol reversed><li>a</ol>", "- a"],
  ["letters", '<ol type="a" start="26"><li>a<li>b</ol>', "z. a\naa. b"],
  ["Roman numbers", '<ol type="I" start="4"><li>a</ol>', "IV. a"],
  ["letters by style", '<ol style="list-style-type:lower-alpha"><li>a</ol>', "a. a"],
  ["no mark", '<ul style="list-style:none"><li>a</ul>', "a"],
  ["lists in lists", "<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n\n- b\n\n2. c"],
  ["items that nobody sees", '<ol><li>a<li style="display:none">b<li>c</ol>', "1. a\n2. c"],
])("a list keeps its numbers: %s", (_, html, text) => {
  expect(htmlText(html)).toBe(text);
});

test("text keeps its line breaks if its style says so", () => {
  expect(htmlText('<div style="white-space:pre-wrap">a\n> b</div>')).toBe("a\n> b");
  expect(htmlText("<pre>\na\n  b</pre>")).toBe("a\n  b");
});

test("an emoji picture is read, the alternative text of other pictures is not", () => {
  expect(htmlText('Thanks <img alt="👍🏽" src="x"><img alt="Logo 5" src="y">')).toBe("Thanks 👍🏽");
});

test("any text that is written as HTML is read back unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const escaped = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
      expect(htmlText(`<p>${escaped}</p>`)).toBe(text.replace(/\s+/g, " ").trim());
    }),
  );
});
