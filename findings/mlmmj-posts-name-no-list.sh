#!/bin/sh
# A post through a fresh mlmmj list carries no sign of a list: no List-*, no Precedence, no Sender, no Received of its own.
#
# Package:   mlmmj 1.3.0-4 (Debian 12), on 2026-11-28
# Behaviour: a list made by mlmmj-make-ml passes a member's post on with the headers that it came with. The envelope's
#            sender alone, LIST+bounces-N-MEMBER=DOMAIN@HOST, tells it from a mail that the author wrote to the reader. (Headers can be
#            added in control/customheaders, a file that the program does not make.)
# Seen:      MAIL FROM:<cats+bounces-1-reader=here.example@lists.example>
#            From To Subject Message-ID
# Why care:  RFC 3834 and RFC 5230 know lists by List-* and Precedence. An agent that is subscribed, or whose owner
#            forwards such a list, answers every author by their own name unless it reads the envelope too.
#
# Needs: Debian 12 (apt-get, dpkg-deb) and python3. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q mlmmj=1.3.0-4 >/dev/null 2>&1
dpkg-deb -x mlmmj_*.deb root

sed "s|/usr/share/mlmmj|$dir/root/usr/share/mlmmj|g" root/usr/bin/mlmmj-make-ml >make-ml
printf 'lists.example\nowner@lists.example\nen\nn\nn\n' | sh make-ml -L cats -s "$dir" >/dev/null 2>&1
echo reader@here.example >cats/subscribers.d/r
echo 127.0.0.1 >cats/control/relayhost

# A mail server for one reader, which prints its port, and writes what it gets to a file.
cat >server.py <<'PY'
import socket

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(5)
print(server.getsockname()[1], flush=True)
while True:
    connection, _ = server.accept()
    lines = connection.makefile("rwb")

    def say(text):
        lines.write(text + b"\r\n")
        lines.flush()

    say(b"220 ready")
    with open("got", "ab") as got:
        for line in lines:
            word = line[:4].upper()
            if word == b"MAIL":
                got.write(line)
            if word == b"DATA":
                say(b"354 go on")
                for text in lines:
                    if text == b".\r\n":
                        break
                    got.write(text)
            say(b"221 bye" if word == b"QUIT" else b"250 fine")
            if word == b"QUIT":
                break
    connection.close()
PY
python3 server.py >port &
server=$!
trap 'kill "$server"; rm -rf "$dir"' EXIT
until [ -s port ]; do :; done
cp port cats/control/smtpport

printf 'Return-Path: <ann@sender.example>\nFrom: Ann <ann@sender.example>\nTo: cats@lists.example\nSubject: Lunch\nMessage-ID: <1@sender.example>\n\nAre you free at noon?\n' |
  root/usr/bin/mlmmj-receive -F -L "$dir/cats" -s ann@sender.example

seen=$(tr -d '\r' <got | sed '/^$/,$d; s/^\([A-Za-z-]*\): .*/\1/' | tr '\n' ' ')
echo "$seen"
[ "$seen" = "MAIL FROM:<cats+bounces-1-reader=here.example@lists.example> From To Subject Message-ID " ]
