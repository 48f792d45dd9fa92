#!/bin/sh
# Stands where sendmail stood: keeps the mail and the arguments of whoever wants to send one.
umask 0
note=$(mktemp /lab/out/XXXXXXXX)
cat >"$note"
printf '%s\n' "$*" >"$note.args"
mv "$note" "$note.eml"
