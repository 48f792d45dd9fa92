#!/bin/sh
# Runs real mail robots on our real reply and writes what they do as a table.
#
# Needs: root, a Linux on x64 that can run Debian 12's programs, and debootstrap (a Debian package). Nothing is installed on the
# machine itself: the robots live in a folder of their own, LAB, which is kept for the next run. Nothing listens outside of it
# but a directory server for one robot, on 127.0.0.1, for as long as the lab runs.
#
#   npm run robots            prints the table
#   npm run robots -- --write writes it into docs/robots.md
set -eu
cd "$(dirname "$0")"
LAB=${LAB:-${TMPDIR:-/tmp}/latchkey-robots}
ROOT=$LAB/root

[ "$(id -u)" = 0 ] || { echo "The lab needs root, for a chroot with Debian's packages." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "The lab needs debootstrap." >&2; exit 1; }

mkdir -p "$LAB"
if [ ! -e "$ROOT/lab/installed" ]; then
  rm -rf "$ROOT"
  debootstrap --variant=minbase bookworm "$ROOT" >"$LAB/debootstrap.log"
  mkdir -p "$ROOT/lab"
  cp install.sh "$ROOT/lab/"
  chroot "$ROOT" sh /lab/install.sh >"$LAB/install.log" 2>&1
fi

rm -rf "$ROOT/lab/mails" "$ROOT/lab/notes" "$ROOT/lab/robots"
mkdir -p "$ROOT/lab/mails" "$ROOT/lab/notes"
cp -r robots play.sh take-note.sh "$ROOT/lab/"
node write-mails.ts "$ROOT/lab/mails"
chroot "$ROOT" sh /lab/play.sh
node table.ts "$ROOT/lab" "$@"
