#!/bin/sh
# One letter of a procmail recipe decides whether two mail robots stop: formail -rA brings the other's X-Loop back, -rI does not.
#
# Package:   procmail 3.22-27 (Debian 12), on 2026-11-28
# Behaviour: "formail -r" makes the header of an answer and throws every field of the mail away but X-Loop, so that the
#            other side finds its own mark. Recipes add their own mark with -A or with -I. With -A both marks stand; with -I the
#            other's is gone. The guard ^FROM_DAEMON beside it does not look at Auto-Submitted, X-Auto-Response-Suppress or List-Id.
# Seen:      X-Loop with -rA: robot@other.example sam@here.example; with -rI: sam@here.example;
#            ^FROM_DAEMON: Auto-Submitted passes, X-Auto-Response-Suppress passes, List-Id passes, Precedence: junk stops
# Why care:  a responder that waits for its own X-Loop to come back answers an -rI robot for ever, and is answered, since its
#            reply lacks the robot's mark. Bring a foreign X-Loop back yourself, or stop at one that names its own sender.
#
# Needs: Debian 12 (apt-get, dpkg-deb). Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q procmail=3.22-27 >/dev/null 2>&1
dpkg-deb -x procmail_*.deb root
PATH="$dir/root/usr/bin:$PATH"

# A mail with one more header field.
mail() { printf 'From: Ann <ann@sender.example>\nTo: sam@here.example\nSubject: Lunch\nMessage-ID: <1@sender.example>\n%s\n\nAre you free at noon?\n' "$1"; }

marks() { mail 'X-Loop: robot@other.example' | formail "$1" 'X-Loop: sam@here.example' | sed -n 's/^X-Loop: *//p' | sort | xargs; }

printf 'SHELL=/bin/sh\nDEFAULT=%s/stopped\n:0\n* !^FROM_DAEMON\n%s/passed\n' "$dir" "$dir" >recipe
guard() {
  rm -f passed stopped
  mail "$1" | procmail -f ann@sender.example -m "$dir/recipe"
  [ -e passed ] && echo "$1: passes" || echo "$1: stops"
}

seen=$(
  echo "-rA: $(marks -rA)"
  echo "-rI: $(marks -rI)"
  guard 'Auto-Submitted: auto-replied'
  guard 'X-Auto-Response-Suppress: All'
  guard 'List-Id: <news.sender.example>'
  guard 'Precedence: junk'
)
echo "$seen"
[ "$seen" = "-rA: robot@other.example sam@here.example
-rI: sam@here.example
Auto-Submitted: auto-replied: passes
X-Auto-Response-Suppress: All: passes
List-Id: <news.sender.example>: passes
Precedence: junk: stops" ]
