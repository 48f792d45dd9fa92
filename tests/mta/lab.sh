#!/bin/sh
# Forwards mail to an agent by real mail servers, and prints what they did to it and what Latchkey made of it.
#
# Needs: root, a Linux on x64 that can run Debian 12's programs, and debootstrap (a Debian package). Nothing is installed on the
# machine itself: the servers live in a folder of their own, LAB, which is kept for the next run. They listen on 127.0.0.1 for as
# long as the lab runs, and no mail leaves the machine: whatever they do not deliver themselves goes to the lab's own receiver.
#
#   npm run mta            prints the table
#   npm run mta -- --write writes it into docs/forwarding.md
set -eu
cd "$(dirname "$0")"
LAB=${LAB:-${TMPDIR:-/tmp}/latchkey-mta}
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
cp servers.sh "$ROOT/lab/"
exec node lab.ts "$ROOT" "$@"
