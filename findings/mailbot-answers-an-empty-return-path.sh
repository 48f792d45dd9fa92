#!/bin/sh
# Courier's mailbot keeps silent for Auto-Submitted, and answers a mail with an empty return path, to its From.
#
# Package:   maildrop 2.9.3-2.1 (Debian 12), with libcourier-unicode4 2.1.2-2+b2, on 2026-11-28
# Behaviour: see Seen. An empty return path is what every bounce has, and what RFC 3834, 2 asks never to be answered; mailbot
#            answers From. It knows one header of mailing lists of seven.
# Seen:      plain: answered; Auto-Submitted: silent; Precedence: bulk: silent; Precedence: auto_reply: answered;
#            List-Id: silent; List-Unsubscribe: answered; Return-Path: <>: answered
# Why care:  sending with an empty envelope sender does not keep every robot away. Auto-Submitted does more, and both belong together.
#
# Needs: Debian 12 on amd64 (apt-get, dpkg-deb). Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in maildrop=2.9.3-2.1 libcourier-unicode4=2.1.2-2+b2 libpcre3=2:8.39-15 libgdbm6=1.23-3; do
  apt-get download -q "$package" >/dev/null 2>&1
done
for file in *.deb; do dpkg-deb -x "$file" root; done
export LD_LIBRARY_PATH="$dir/root/usr/lib/x86_64-linux-gnu"
echo 'Back on Monday.' >away.txt

try() {
  rm -f note
  printf '%s\nFrom: Ann <ann@sender.example>\nTo: sam@here.example\nSubject: Lunch\nMessage-ID: <1@sender.example>\n\nAre you free at noon?\n' "$2" |
    SENDER="${3-ann@sender.example}" root/usr/bin/mailbot -t away.txt -A 'From: sam@here.example' sh -c "cat >$dir/note"
  [ -e note ] && echo "$1: answered" || echo "$1: silent"
}

seen=$(
  try plain 'X-Test: 1'
  try Auto-Submitted 'Auto-Submitted: auto-generated'
  try 'Precedence: bulk' 'Precedence: bulk'
  try 'Precedence: auto_reply' 'Precedence: auto_reply'
  try List-Id 'List-Id: <news.sender.example>'
  try List-Unsubscribe 'List-Unsubscribe: <mailto:leave@sender.example>'
  try 'Return-Path: <>' 'Return-Path: <>' ''
)
echo "$seen"
[ "$seen" = "plain: answered
Auto-Submitted: silent
Precedence: bulk: silent
Precedence: auto_reply: answered
List-Id: silent
List-Unsubscribe: answered
Return-Path: <>: answered" ]
