import { randomNumbers } from "../local/corpus/mutate.ts";

const WORDS =
  "the order has not arrived yet and we would like to know when it will please tell us what happened to parcel number because our customer waits since last week thank you for looking into this with kind regards could you also send invoice again our accountant lost it sorry about that".split(
    " ",
  );

const HEAD = `Received: from mx.customer.example (mx.customer.example [192.0.2.7])
 by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abcdef0123456789
 for help@agents.example; Sat, 28 Nov 2026 10:00:00 +0000 (UTC)
Received-SPF: pass (spfCheck: domain of customer.example designates 192.0.2.7 as permitted sender)
Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@customer.example; dmarc=pass
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customer.example; s=s1; h=from:to:subject:date;
 bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=${"dGhlIHNpZ25hdHVyZSBpcyBub3QgcmVhZA".repeat(6)}
From: =?utf-8?Q?J=C3=BCrgen_Brandt?= <juergen@customer.example>
To: Help <help@agents.example>
Subject: =?utf-8?B?${Buffer.from("Frage zu meiner Größe").toString("base64")}?=
Date: Sat, 28 Nov 2026 10:00:00 +0000
Message-ID: <bench-1@customer.example>
In-Reply-To: <bench-0@agents.example>
References: <bench-0@agents.example>
MIME-Version: 1.0
`;

/** The mails of docs/mail.md's speed table, made of words so that anybody gets the same. */
export const MAILS: Record<string, () => Buffer> = {
  "3 KB": () =>
    raw(
      "Content-Type: text/plain; charset=utf-8",
      `${prose(900)}\nOn Fri, 27 Nov 2026 at 09:00, Help wrote:\n${quoted(600)}`,
    ),
  "50 KB plain, half quoted": () =>
    raw(
      "Content-Type: text/plain; charset=utf-8",
      `${prose(25_000)}\nOn Fri, 27 Nov 2026 at 09:00, Help wrote:\n${quoted(25_000)}`,
    ),
  "240 KB HTML": () => raw("Content-Type: text/html; charset=utf-8", page(240_000)),
  "3.7 MB attachment": () =>
    raw(
      "Content-Type: multipart/mixed; boundary=b1",
      `--b1\nContent-Type: text/plain; charset=utf-8\n\n${prose(900)}\n--b1\nContent-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=photo.jpg\n\n${picture(3_700_000)}\n--b1--\n`,
    ),
};

function raw(type: string, body: string): Buffer {
  return Buffer.from(`${HEAD}${type}\n\n${body}`.replaceAll("\n", "\r\n"));
}

/** Words in lines and paragraphs; the same for the same seed. */
export function prose(length: number, seed = length): string {
  const random = randomNumbers(seed);
  let text = "Grüße,\n\n";
  for (let line = 0; text.length < length; line++) {
    const words = Array.from({ length: 11 }, () => WORDS[Math.floor(random() * WORDS.length)] ?? "");
    text += `${words.join(" ")}${line % 7 === 6 ? ".\n\n" : "\n"}`;
  }
  return text;
}

function quoted(length: number): string {
  return prose(length).replace(/^/gm, "> ");
}

function page(length: number): string {
  const style = "font-family:Arial,sans-serif;font-size:14px;color:#333333;padding:4px 8px";
  const rows = prose(length / 3)
    .split("\n")
    .map(
      (line) =>
        `<tr><td style="${style}" class="cell">${line} <a href="https://shop.example/a?b=c&amp;d=e">more</a></td></tr>`,
    );
  const html = `<!DOCTYPE html><html><head><style>.cell{margin:0}.pre{display:none}</style></head><body><table>${rows.join("\n")}</table></body></html>`;
  return html.slice(0, length);
}

function picture(length: number): string {
  const random = randomNumbers(7);
  const bytes = Buffer.from(Array.from({ length: (length * 54) / 76 }, () => random() * 256));
  return bytes.toString("base64").replaceAll(/.{76}/g, "$&\n");
}
