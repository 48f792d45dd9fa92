#!/bin/sh
# GNU Mailutils' Sieve "vacation" answers automatic mail and mailing lists, and its own note carries no mark that it is automatic.
#
# Packages:  mailutils 1:3.15-4 and libmailutils9 1:3.15-4 (Debian 12), on 2026-11-28
# Behaviour: RFC 5230, 4.6 asks a Sieve vacation not to answer a mail with List-* or Auto-Submitted, and 5.5 to write
#            "Auto-Submitted: auto-replied". This one does neither. It keeps silent for Precedence: bulk and junk, not for list, and puts
#            words into In-Reply-To: "Your message of DATE" before the id.
# Seen:      Auto-Submitted: answered; List-Id: answered; Precedence: list: answered; Precedence: junk: silent;
#            marks in its note: 0; In-Reply-To: Your message of Sat, 28 Nov 2026 12:00:00 +0000
# Why care:  "it is Sieve, so it follows the RFC" is wrong. Its notes look like a person's answers, and a parser that takes In-Reply-To
#            for bare ids finds none. Caps for each correspondent are the only stop.
#
# Needs: Debian 12 on amd64 (apt-get, dpkg-deb). Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in mailutils=1:3.15-4 libmailutils9=1:3.15-4 \
  libgsasl18 libfribidi0 libreadline8 libunistring2 libldap-2.5-0 libgc1 guile-3.0-libs libpython3.11 libgssglue1 libntlm0 \
  libmariadb3 libpq5 libkyotocabinet16v5 libltdl7 libidn12; do
  apt-get download -q "$package" >/dev/null 2>&1
done
for file in *.deb; do dpkg-deb -x "$file" root; done
libraries=$dir/root/usr/lib/x86_64-linux-gnu

printf '#!/bin/sh\ncat >%s/note\n' "$dir" >sendmail
chmod +x sendmail
printf 'require ["vacation"];\nvacation :aliases ["sam@here.example"] "Back on Monday.";\n' >away.sieve
printf 'mailer { url "sendmail:%s/sendmail"; }\nsieve { library-path "%s/mailutils9"; }\n' \
  "$dir" "$libraries" >conf

try() {
  rm -rf note home
  mkdir home
  printf 'From ann@sender.example Sat Nov 28 12:00:00 2026\nFrom: Ann <ann@sender.example>\nTo: sam@here.example\nSubject: Lunch\nDate: Sat, 28 Nov 2026 12:00:00 +0000\nMessage-ID: <1@sender.example>\n%s\n\nAre you free at noon?\n\n' "$1" >inbox
  HOME=$dir/home LD_LIBRARY_PATH=$libraries root/usr/bin/sieve --config-file="$dir/conf" --mbox-url="$dir/inbox" --email=sam@here.example away.sieve
  [ -e note ] && echo "$1: answered" || echo "$1: silent"
}

seen=$(
  try 'Auto-Submitted: auto-replied'
  try 'Precedence: list'
  try 'Precedence: junk'
  try 'List-Id: <news.sender.example>'
  echo "marks in its note: $(grep -ciE '^(auto-submitted|precedence|x-[a-z-]*):' note || true)"
  grep -o '^In-Reply-To: Your message of' note
)
echo "$seen"
[ "$seen" = "Auto-Submitted: auto-replied: answered
Precedence: list: answered
Precedence: junk: silent
List-Id: <news.sender.example>: answered
marks in its note: 0
In-Reply-To: Your message of" ]
