#!/bin/sh
# Inside the chroot: delivers each mail of MAILS to each robot, and keeps in NOTES/ROBOT/MAIL/ what it sends.
# A robot is a file in robots/ with: version (prints it), prepare (once), deliver FILE SENDER (its owner gets that mail),
# finish (once; may be left out).
set -eu
cd /lab
MAILS=${MAILS:-mails}
NOTES=${NOTES:-notes}
chmod 755 /lab take-note.sh
chmod -R a+rX "$MAILS" robots

as_jane() { su - jane -c "$1"; }

for file in ${ROBOTS:-robots/*.sh}; do
  robot=$(basename "$file" .sh)
  mkdir -p "$NOTES/$robot"
  (
    finish() { :; }
    . "./$file"
    version >"$NOTES/$robot/version"
    prepare >"$NOTES/$robot/log" 2>&1
    for mail in "$MAILS"/*.eml; do
      name=$(basename "$mail" .eml)
      rm -rf out && mkdir -m 777 out
      # Some robots do not wait for sendmail. The pipe ends when the last program that holds it does.
      { deliver "/lab/$mail" "$(cat "$MAILS/$name.sender")" || echo "$name: exit $?"; } 2>&1 | cat >>"$NOTES/$robot/log"
      mkdir -p "$NOTES/$robot/$name"
      find out -name '*.eml*' -o -name '*.args' | while read -r it; do mv "$it" "$NOTES/$robot/$name/"; done
    done
    finish >>"$NOTES/$robot/log" 2>&1
  )
done
