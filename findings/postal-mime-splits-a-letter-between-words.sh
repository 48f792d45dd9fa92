#!/bin/sh
# postal-mime loses a letter that a mail program has split between two encoded words of different encodings.
#
# Package:   postal-mime 4.0.0 (npm), on 2026-11-28
# Behaviour: decodeWords joins neighbouring words of one charset and one encoding before it decodes them. Where the bytes of one
#            letter stand half in a Q word and half in a B word, each half becomes a replacement character.
# Seen:      two Q words: "Grö"
#            a Q and a B word: "Gr\ufffd\ufffd"
# Why care:  the subject of the reply repeats it, so the customer sees their own words broken. Join the bytes of all neighbouring
#            words of a charset first, whatever their encoding is.
#
# Needs: node and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" postal-mime@4.0.0 >/dev/null

cat >words.mjs <<'JS'
import { decodeWords } from "postal-mime";

const show = (text) => JSON.stringify(text).replaceAll("\ufffd", "\\ufffd");
console.log(`two Q words: ${show(decodeWords("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=B6?="))}`);
console.log(`a Q and a B word: ${show(decodeWords("=?utf-8?Q?Gr=C3?= =?utf-8?B?tg==?="))}`);
JS
seen=$(node words.mjs)
echo "$seen"
[ "$seen" = 'two Q words: "Grö"
a Q and a B word: "Gr\ufffd\ufffd"' ]
