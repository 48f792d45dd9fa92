#!/bin/sh
# Two programs named vacation, both in Debian 12, each keep one half of RFC 3834.
#
# Packages:  vacation 3.3.3 and sendmail-bin 8.17.1.9-2+deb12u2 (with libdb5.3 5.3.28+dfsg2-1), on 2026-11-28
# Behaviour: vacation 3.3.3 keeps silent for a mail with "Auto-Submitted: auto-replied", but writes no Auto-Submitted into its own
#            note. The one of sendmail-bin writes "Auto-Submitted: auto-replied" into its note, and answers a mail that carries it.
# Seen:      vacation:      plain mail: note without Auto-Submitted; automatic mail: silent
#            sendmail-bin:  plain mail: note with Auto-Submitted;    automatic mail: note with Auto-Submitted
# Why care:  whoever answers mail by machine cannot conclude from one direction to the other. A robot that marks itself may still
#            answer your marked reply, and one that respects your mark may send a note that looks like a person's.
#
# Needs: Debian 12 on amd64 (apt-get, dpkg-deb). Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d /tmp/vXXXXXX)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in vacation=3.3.3 sendmail-bin=8.17.1.9-2+deb12u2 libdb5.3=5.3.28+dfsg2-1; do
  apt-get download -q "$package" >/dev/null 2>&1
done
for file in *.deb; do dpkg-deb -x "$file" root; done
export LD_LIBRARY_PATH="$dir/root/usr/lib/x86_64-linux-gnu"

# Both call sendmail by its full name. A name of the same length takes its place, and keeps the note.
printf '#!/bin/sh\ncat >%s/note\n' "$dir" >write
chmod +x write
sed "s|/usr/sbin/sendmail|$dir/write|g" root/usr/bin/vacation >vacation
sed "s|/usr/sbin/sendmail|$dir/write|g" root/usr/libexec/sendmail/vacation.sendmail >vacation-sendmail
chmod +x vacation vacation-sendmail
printf 'Subject: away\n\nBack on Monday.\n' >message
user=$(id -un)

# $1: the program, $2: a further header field. Says what its note looks like.
answer() {
  rm -f note db db.db
  "./$1" -f "$dir/db" -I "$user" </dev/null 2>/dev/null
  printf 'From ann@sender.example Sat Nov 28 12:00:00 2026\nFrom: Ann <ann@sender.example>\nTo: %s@here.example\nSubject: Lunch\n%s\n\nAre you free at noon?\n' "$user" "$2" |
    "./$1" -f "$dir/db" -m "$dir/message" -a "$user@here.example" "$user" 2>/dev/null | cat
  if [ ! -e note ]; then echo silent
  elif grep -qi '^auto-submitted: auto-replied' note; then echo "note with Auto-Submitted"
  else echo "note without Auto-Submitted"; fi
}

seen=$(for program in vacation vacation-sendmail; do
  echo "$program: plain mail: $(answer $program 'X-Test: 1'); automatic mail: $(answer $program 'Auto-Submitted: auto-replied')"
done)
echo "$seen"
[ "$seen" = "vacation: plain mail: note without Auto-Submitted; automatic mail: silent
vacation-sendmail: plain mail: note with Auto-Submitted; automatic mail: note with Auto-Submitted" ]
