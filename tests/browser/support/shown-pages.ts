const word = (style: string) => `<style>${style}</style>`;

/** Small pages as mail programs, newsletters and forms write them, and as somebody who hides instructions would. */
export const PAGES: Record<string, string> = {
  "MJML's containers of no font size":
    '<!doctype html><body style="background-color:#f4f4f4"><div style="background:#fff;font-size:0px"><table style="width:100%"><tr><td style="font-size:0px;padding:20px 0">hidden<div style="font-size:0"><table><tr><td style="font-size:0px"><div style="font-size:13px;line-height:1;color:#000">opening hours</div></td></tr></table></div></td></tr></table></div>',
  "a hidden preview, and the text": `<!doctype html><div style="display:none;font-size:1px;color:#fff;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden">preview</div><p>letter</p>`,
  "a preview in an inline element": '<!doctype html><span style="max-height:0;overflow:hidden">seen after all</span>',
  "a preview without overflow": '<!doctype html><div style="max-height:0">over the edge</div>',
  "a child that is visible again":
    '<div style="visibility:hidden">no <span style="visibility:visible">yes</span> no</div>',
  "a child that cannot be displayed again": '<div style="display:none">no <p style="display:block">no</p></div>',
  "a child that cannot be opaque again": '<div style="opacity:0">no <p style="opacity:1">no</p></div>',
  "opacities that multiply": '<div style="opacity:.2"><div style="opacity:.2">no</div>faint</div>',
  "Word's list": `<p style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">item one</p><p style="margin-left:0;text-indent:-18pt;padding-left:40px">item two</p>`,
  "a hanging indent of many levels": `<div style="padding-left:600px"><p style="text-indent:-550px">far but there</p></div>`,
  "an indent off the page":
    '<p style="text-indent:-9999px">no</p><div style="text-indent:-9999px">no<p style="text-indent:0">yes</p></div>',
  "white on the style sheet's dark":
    "<!doctype html><style>body{background-color:#202020}</style><body><div style='color:#ffffff'>yes</div>",
  "white on dark without a body": "<style>body{background:#202020}</style><div style='color:#fff'>yes</div>",
  "white on a class's dark": `${word(".dark td{background:#123}")}<table class="dark"><tr><td><font color="#ffffff">yes</font></td></tr></table>`,
  "white by class, dark by id": `${word("#head{background-color:navy} .w{color:rgb(255 255 255)}")}<div id="head"><b class="w">yes</b></div><b class="w">no</b>`,
  "white on an attribute's dark": '<table bgcolor="003366"><tr><td style="color:#fff">yes</td></tr></table>',
  "white on white that an ancestor sets":
    '<div style="background:#000"><div style="background:#fff"><i style="color:#fefefe">no</i></div><i style="color:white">yes</i></div>',
  "almost white": '<p style="color:#f8f8f8">no</p><p style="color:#999">yes</p>',
  "clear colors":
    '<p style="color:rgba(0,0,0,0)">no</p><p style="color:#0000">no</p><p style="color:hsla(0,0%,0%,.01)">no</p><p style="color:rgba(0,0,0,.6)">yes</p>',
  "colors in many forms":
    '<p style="color:hsl(0,0%,100%)">no</p><p style="color:rgb(100%,100%,100%)">no</p><p style="color:hsl(0,100%,50%)">red</p><p style="color:RebeccaPurple">purple</p>',
  "white over a picture": '<div style="background:url(data:,) #fff"><p style="color:#fff">yes</p></div>',
  "white over a gradient":
    '<div style="background-image:linear-gradient(#000,#333)"><p style="color:#fff">yes</p></div>',
  "a dark scheme that is not on": `${word("@media (prefers-color-scheme:dark){body{background:#000!important} .t{color:#fff!important}}")}<p class="t">yes</p>`,
  "a phone's rules": `${word("@media only screen and (max-width:480px){.d{display:none!important} .m{display:block!important}} .m{display:none}")}<p class="d">desktop</p><p class="m">phone</p>`,
  "rules for every screen": `${word("@media screen{.a{display:none}} @media print{.b{display:none}} @media all{.c{font-size:0}}")}<p class="a">no</p><p class="b">yes</p><p class="c">no</p>`,
  "a sheet below its text": '<p class="a">no</p><p>yes</p><style>.a{display:none}</style>',
  "a sheet in a comment": "<!--[if mso]><style>p{display:none}</style><![endif]--><p>yes</p>",
  "importance and order": `${word(".a{display:block!important} #x{display:none} p{display:none}")}<p id="x" class="a" style="display:none">yes</p><p style="display:block">yes too</p><p>no</p>`,
  specificity: `${word("#i{color:#000} .c{color:#fff} p{color:#fff} p.c.d{color:#111}")}<p id="i" class="c">yes</p><p class="c">no</p><p class="c d">yes too</p>`,
  "a later declaration":
    '<p style="display:none;display:block">yes</p><p style="display:block;display:none">no</p><p style="display:none;display:nonsense">no</p>',
  "children and descendants": `${word("div>b{display:none} td p b{display:none}")}<div><b>no</b><i><b>yes</b></i></div><table><tr><td><p>cell <b>no</b></p></td></tr></table>`,
  "boxes without a height": `<!doctype html><div style="height:0;overflow:hidden">no</div><div style="height:0">yes</div><div style="height:0;overflow:hidden;padding-bottom:30px">yes too</div><div style="max-height:0;min-height:40px;overflow:hidden">yes again</div>`,
  "boxes without a width":
    '<!doctype html><div style="width:0;overflow:hidden">no</div><div style="width:0">yes</div><div style="max-width:1px;overflow:hidden">no</div>',
  "a box of one pixel":
    '<!doctype html><div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">no</div><p>yes</p>',
  "a cell grows": '<table><tr><td style="height:0;width:0;overflow:hidden">yes</td></tr></table>',
  "a line without a height":
    '<!doctype html><div style="line-height:0">yes</div><div style="line-height:0;overflow:hidden">no</div><div style="line-height:0;overflow:hidden"><p style="line-height:20px">yes too</p></div>',
  "font shorthands":
    '<p style="font:0/0 a">no</p><p style="font:bold 12px/1.5 Arial">yes</p><p style="font:italic small-caps 700 0px serif">no</p>',
  "fonts of one pixel":
    '<p style="font-size:1px">no</p><div style="font-size:10px"><p style="font-size:.05em">no</p><p style="font-size:5%">no</p></div><p style="font-size:0"><b style="font-size:1em">no</b> <b style="font-size:1rem">yes</b> <b style="font-size:medium">yes too</b></p>',
  "a table without a document type": '<div style="font-size:0">no<table><tr><td>yes</td></tr></table></div>',
  "a table with one":
    '<!doctype html><div style="font-size:0">no<table><tr><td>no</td></tr></table><font size="3">yes</font></div>',
  "scaled away":
    '<div style="transform:scale(0)">no</div><div style="transform:scaleY(0)">no</div><span style="transform:scale(0)">yes</span><div style="transform:scale(.9)">yes too</div>',
  "cut off":
    '<div style="clip-path:inset(50%)">no</div><div style="clip:rect(0 0 0 0)">yes</div><div style="clip-path:circle(0)">no</div>',
  "off the page":
    '<div style="position:absolute;left:-9999px">no</div><div style="position:relative;left:-10000px">no</div><div style="left:-9999px">yes</div><div style="position:absolute;top:-5000px">no</div><div style="margin-left:-9999px">no</div><p>yes too</p>',
  "moved off":
    '<div style="transform:translateX(-9999px)">no</div><div style="transform:translate(-10px,-9999px)">no</div><p style="margin-top:-8px">yes</p>',
  "the hidden attribute": '<p hidden>no</p><p hidden style="display:block">yes</p>',
  "links have a color": '<div style="color:#fff">no <a href="x:y">link</a></div>',
  "shadows instead of a color": '<p style="color:transparent;text-shadow:0 0 0 #000">yes</p>',
  "escapes and comments":
    '<p style="dis\\70lay:none">no</p><p style="display:/* */none">no</p><p style="\\64isplay/**/:none">no</p><p style="content:\';display:none\'">yes</p>',
  "names without their case": '<style>.Hide{display:none}</style><p class="hide">no</p><p>yes</p>',
  "names with their case":
    '<!doctype html><style>.Gone{display:none}</style><p class="gone">yes</p><p class="Gone">no</p>',
  "Outlook on a phone":
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div dir="auto" style="color: rgb(33, 33, 33); background-color: rgb(255, 255, 255); text-align: left;">Light</div><div dir="auto" style="color: rgb(250, 250, 250); background-color: rgb(36, 36, 36);">Dark</div></body></html>',
  Thunderbird:
    '<html><head></head><body text="#000000" bgcolor="#FFFFFF"><p>Hello,</p><div class="moz-cite-prefix">On then she wrote:<br></div><blockquote type="cite"><pre class="moz-quote-pre" wrap="">quoted</pre></blockquote></body></html>',
  "Yahoo's dark theme":
    '<html><body bgcolor="#1d1d1d" text="#ffffff"><div class="ydp1">light words</div></body></html>',
  Gmail:
    '<div dir="ltr">Hello<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On then wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">quoted</blockquote></div></div>',
  "a sheet of vague selectors":
    '<style>tr:nth-child(even) td{background:#000} td{color:#fff}</style><table><tr><td style="color:#000">one</td></tr><tr><td>two</td></tr></table>',
};
