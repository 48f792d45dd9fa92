/** The pages of a link in a mail, for people who have no session here. They hold nothing about anybody. */

/** No script, nothing from elsewhere, and no page that was linked learns the link. */
export const PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
};

export function askPage(): string {
  return page(
    "Stop these mails?",
    `<p>Latchkey will no longer mail you that something waits for you. What waits still stands in the app, and other notices still come.</p>
<form method="post"><button type="submit">Stop these mails</button></form>`,
  );
}

export function endedPage(): string {
  return page(
    "You get no more of these mails",
    "<p>You can have them again at any time: in Latchkey, under Account.</p>",
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Latchkey</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }
button { font: inherit; padding: 0.6rem 1.1rem; border: 0; border-radius: 0.4rem; background: #1f5fbf; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}
