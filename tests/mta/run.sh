#!/bin/sh
# Sends a customer's mail through a real Postfix with SRS, and through a real Sieve redirect, to an agent of one machine.
#
# Needs: root, debootstrap (a Debian package), and a running `npm start` whose SMTP port is SMTP (2525). Nothing is installed on
# the machine itself: the servers live in a folder of their own, LAB, which is kept for the next run. No daemon is left behind.
#
#   AGENT=hxjmfm35vk@agents.example.com sh tests/mta/run.sh
set -eu
cd "$(dirname "$0")"
LAB=${LAB:-${TMPDIR:-/tmp}/latchkey-mta}
ROOT=$LAB/root
: "${AGENT:?the address of the agent}" "${SMTP:=2525}"

[ "$(id -u)" = 0 ] || { echo "This needs root, for a chroot with Debian's packages." >&2; exit 1; }
if [ ! -e "$ROOT/lab/installed" ]; then
  mkdir -p "$LAB"
  rm -rf "$ROOT"
  debootstrap --variant=minbase --include=postfix,postsrsd,dovecot-sieve bookworm "$ROOT" >"$LAB/debootstrap.log"
  mkdir -p "$ROOT/lab"
  touch "$ROOT/lab/installed"
fi
cp inside.sh "$ROOT/lab/"
# A mail of a caller's own, such as the connection test from the outbox; without it, a customer's.
[ -z "${MAIL:-}" ] || cp "$MAIL" "$ROOT/lab/mail.eml"
[ -n "${MAIL:-}" ] || rm -f "$ROOT/lab/mail.eml"
exec chroot "$ROOT" env AGENT="$AGENT" SMTP="$SMTP" FROM="${FROM:-carol@customer.example}" sh /lab/inside.sh
