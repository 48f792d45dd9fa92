#!/bin/sh
# nodemailer turns a plain ASCII header value into an encoded word when it holds a double quote.
#
# Package:   nodemailer 10.6.0 (npm), on 2026-11-28
# Behaviour: a custom header's value is written as it is, also with other special characters; with one " in it the whole value
#            becomes an encoded word (RFC 2047), although nothing in it needs one.
# Seen:      X-Loop: ann@sender.example (robot); <away>
#            X-Loop: =?UTF-8?Q?away_=22ann=22?=
#            prepared: X-Loop: away "ann"
# Why care:  marks such as X-Loop or X-Autoreply are compared as text, by procmail recipes and Sieve scripts that decode nothing.
#            A mark brought back for another robot is then not found, and the loop goes on. Set { prepared: true, value } on a value
#            that you have cleaned yourself, or leave such marks out.
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
const marks = ["ann@sender.example (robot); <away>", 'away "ann"', { prepared: true, value: 'away "ann"' }];
for (const mark of marks) {
  const mail = { from: "sam@here.example", to: "ann@sender.example", text: "Noon.", headers: { "X-Loop": mark } };
  const { message } = await transport.sendMail(mail);
  console.log(message.toString().split(/\r?\n/).find((line) => line.startsWith("X-Loop:")));
}
JS
seen=$(node send.mjs)
echo "$seen"
[ "$seen" = "X-Loop: ann@sender.example (robot); <away>
X-Loop: =?UTF-8?Q?away_=22ann=22?=
X-Loop: away \"ann\"" ]
