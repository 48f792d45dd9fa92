#!/bin/sh
# nodemailer rewrites message ids: it puts brackets around an id that has none, so the reply names an id that nobody has.
#
# Package:   nodemailer 10.6.0 (npm), on 2026-11-28
# Behaviour: inReplyTo and references are normalized. An id that came without angle brackets gets them, and blanks within an id go.
# Seen:      In-Reply-To: <order-7.2026@shop.example>
#            References: <first@shop.example> <order-7.2026@shop.example>
# Why care:  some programs write ids without brackets, and thread by comparing text. Their reply then begins a thread of its own. Write
#            the two fields yourself, as the peer wrote them.
#
# Needs: node and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" nodemailer@10.6.0 >/dev/null

cat >send.mjs <<'JS'
import nodemailer from "nodemailer";

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
const { message } = await transport.sendMail({
  from: "sam@here.example",
  to: "ann@shop.example",
  text: "Noon.",
  inReplyTo: "order-7.2026@shop.example",
  references: ["<first@shop.example>", "order-7.2026@shop.example"],
});
const unfolded = message.toString().replace(/\r?\n[ \t]+/g, " ");
for (const line of unfolded.split(/\r?\n/)) if (/^(In-Reply-To|References):/.test(line)) console.log(line);
JS
seen=$(node send.mjs)
echo "$seen"
[ "$seen" = "In-Reply-To: <order-7.2026@shop.example>
References: <first@shop.example> <order-7.2026@shop.example>" ]
