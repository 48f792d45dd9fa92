/**
 * Mails that try to run code, load something, lead the reader away, or imitate the app, each with another part of HTML.
 */
export function hostileHtml(lure: string): Record<string, string> {
  return {
    "elements that run or load": [
      `<p id="begin">Dear owner,</p>`,
      `<script>alert(1); top.hacked = 1; fetch("${lure}/script")</script>`,
      `<img src="x" onerror="alert(1); top.hacked = 1">`,
      `<svg onload="alert(1)"><script>alert(1)</script><image href="${lure}/svg"/><use href="${lure}/use#x"/></svg>`,
      `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>`,
      `<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>`,
      `<object data="${lure}/object"></object><embed src="${lure}/embed">`,
      `<video src="${lure}/video" autoplay onplay="alert(1)" poster="${lure}/poster"></video>`,
      `<audio src="${lure}/audio" autoplay></audio>`,
      `<input autofocus onfocus="alert(1)"><details open ontoggle="alert(1)">x</details>`,
      `<form action="${lure}/form" id="f"><input type="image" src="${lure}/input"><button>Log in again</button></form>`,
      `<img src="${lure}/pixel.gif" width="1" height="1"><img srcset="${lure}/set.png 2x"><img src="//127.0.0.1/p">`,
      `<picture><source srcset="${lure}/source.png"><img src="${lure}/picture.png" alt="a picture"></picture>`,
      `<table background="${lure}/background"><tr><td background="${lure}/cell">x</td></tr></table>`,
      `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>">`,
      `<p id="end">The end.</p>`,
    ].join("\n"),
    "styles and links": [
      `<p id="begin">Dear owner,</p>`,
      `<style>@import "${lure}/import"; body { background: url(${lure}/css) } @font-face { font-family: a; src: url(${lure}/font) }</style>`,
      `<style>:root { position: fixed; inset: 0; z-index: 99999 } p { font-family: a; cursor: url(${lure}/cursor), auto }</style>`,
      `<style>.b { background: u\\72l(${lure}/escaped); --own: url(${lure}/own); content: var(--own) } @media all { p { background: URL(${lure}/media) } }</style>`,
      `<div class="b" style="background-image: url(${lure}/style); position: fixed; inset: 0; list-style: url('${lure}/list')">x</div>`,
      `<a id="script" href="javascript:alert(1)">a script</a> <a id="data" href="data:text/html,<script>alert(1)</script>">data</a>`,
      `<a id="web" href="${lure}/link" target="_top" ping="${lure}/ping">our shop</a> <a href="/account" target="_parent">home</a>`,
      `<map name="m"><area shape="rect" coords="0,0,999,999" href="${lure}/area"></map>`,
      `<p id="end">The end.</p>`,
    ].join("\n"),
    "a head of its own": [
      `<html><head><title></title><base href="${lure}/"><meta http-equiv="refresh" content="0; url=${lure}/refresh">`,
      `<meta http-equiv="Content-Security-Policy" content="script-src *"><meta name="referrer" content="unsafe-url">`,
      `<link rel="stylesheet" href="${lure}/sheet"><link rel="preconnect" href="${lure}"><link rel="dns-prefetch" href="${lure}">`,
      `<link rel="prefetch" href="${lure}/prefetch"><link rel="icon" href="${lure}/icon"><link rel="preload" as="image" href="${lure}/preload">`,
      `</head><body onload="alert(1)" background="${lure}/body"><p id="begin">Dear owner,</p>`,
      `<noscript><img src="${lure}/noscript"></noscript><template><img src=x onerror=alert(1)></template>`,
      `<p id="end">The end.</p><!-- <plaintext> --><xmp><script>alert(1)</script>`,
    ].join("\n"),
  };
}

export const HOSTILE_NAME = `<img src=x onerror=alert(1)>`;
export const HOSTILE_SUBJECT = `<script>alert(1)</script><svg onload=alert(1)> javascript:alert(1)`;
export const HOSTILE_FILE = `'><img src=x onerror=alert(1)>.svg`;
export const HOSTILE_ANSWER = `<img src=x onerror="alert(1)"><script>alert(1)</script> [shop](javascript:alert(1))`;

/** The whole message, with a text part that says the same as the HTML. */
export function hostileMail(html: string, to: string, id: string): string {
  const lines = [
    `From: "${HOSTILE_NAME}" <mallory@customer.example>`,
    `To: ${to}`,
    `Subject: ${HOSTILE_SUBJECT}`,
    `Message-ID: <${id}@customer.example>`,
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=mixed",
    "",
    "--mixed",
    "Content-Type: multipart/alternative; boundary=other",
    "",
    "--other",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    base64(html),
    "--other",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    base64(html),
    "--other--",
    "--mixed",
    "Content-Type: image/svg+xml",
    `Content-Disposition: attachment; filename="${HOSTILE_FILE}"`,
    "Content-Transfer-Encoding: base64",
    "",
    base64(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
    "--mixed--",
    "",
  ];
  return lines.join("\r\n");
}

function base64(text: string): string {
  return (
    Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");
}
