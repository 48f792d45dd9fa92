#!/bin/sh
# gnarwl answers another gnarwl: it looks for "X-Mailer: GNARWL" letter by letter, and writes "X-mailer: GNARWL".
#
# Packages:  gnarwl 3.6.dfsg-13+b1 (Debian 12) with its own list of bad headers, slapd for its directory, on 2026-11-28
# Behaviour: the LDAP autoresponder compares whole header lines as text. Its list holds "Precedence: bulk" and its own X-Mailer line, but a
#            field in another spelling passes, and so does every Auto-Submitted and List-Id. The header of its own
#            notes comes from a file of the same package that spells the field in the other way.
# Seen:      X-Mailer: GNARWL: silent; X-mailer: GNARWL: answered; its note has: X-mailer: GNARWL
#            Precedence: bulk: silent; Precedence: Bulk: answered; precedence: bulk: answered; Auto-Submitted: auto-replied: answered
# Why care:  field names are case-blind to you and not to such robots. Whoever counts on Precedence must write it exactly so; and
#            X-Mailer is the only sign by which its notes can be known.
#
# Needs: Debian 12 on amd64 (apt-get, dpkg-deb) and python3, for a free port. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in gnarwl=3.6.dfsg-13+b1 slapd libldap-2.5-0 libltdl7 libodbc2 libperl5.36 libsasl2-2 libgdbm6 libwrap0 libargon2-1; do
  apt-get download -q "$package" >/dev/null 2>&1
done
for file in *.deb; do dpkg-deb -x "$file" root; done
export LD_LIBRARY_PATH="$dir/root/usr/lib/x86_64-linux-gnu"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

mkdir data
cat >slapd.conf <<CONF
include $dir/root/etc/ldap/schema/core.schema
include $dir/root/etc/ldap/schema/cosine.schema
include $dir/root/etc/ldap/schema/inetorgperson.schema
pidfile $dir/slapd.pid
modulepath $dir/root/usr/lib/ldap
moduleload back_mdb
database mdb
suffix "dc=here,dc=example"
directory $dir/data
CONF
root/usr/sbin/slapd -T add -f slapd.conf <<'LDIF' >/dev/null 2>&1
dn: dc=here,dc=example
objectClass: dcObject
objectClass: organization
o: Here
dc: here

dn: cn=Sam,dc=here,dc=example
objectClass: inetOrgPerson
cn: Sam
sn: Roe
mail: sam@here.example
employeeType: TRUE
description: Back on Monday.
LDIF
root/usr/sbin/slapd -f slapd.conf -h "ldap://127.0.0.1:$port/"
trap 'kill "$(cat "$dir/slapd.pid")"; rm -rf "$dir"' EXIT

printf '#!/bin/sh\ncat >%s/note\n' "$dir" >sendmail
chmod +x sendmail
sed -e 's/^server.*/server 127.0.0.1/' -e "s/^port.*/port $port/" -e 's/^protocol.*/protocol 3/' \
  -e 's/^base.*/base dc=here,dc=example/' -e 's/vacationActive/employeeType/' -e 's/vacationInfo/description/' \
  -e '/^map_field.*vacation/d' -e "s|^mta.*|mta $dir/sendmail -F \$recepient|" -e "s|/var/lib/gnarwl/block/|$dir/block/|" \
  -e "s|/var/lib/gnarwl|$dir/root/var/lib/gnarwl|" root/usr/share/gnarwl/gnarwl.cfg.template >gnarwl.cfg

try() {
  rm -rf block note
  mkdir block
  printf 'From ann@sender.example Sat Nov 28 12:00:00 2026\nFrom: Ann <ann@sender.example>\nTo: sam@here.example\nSubject: Lunch\n%s\n\nAre you free at noon?\n' "$1" |
    root/usr/bin/gnarwl -c gnarwl.cfg
  [ -e note ] && echo "$1: answered" || echo "$1: silent"
}

seen=$(
  try 'X-Mailer: GNARWL'
  try 'Precedence: bulk'
  try 'Precedence: Bulk'
  try 'precedence: bulk'
  try 'Auto-Submitted: auto-replied'
  try 'X-mailer: GNARWL'
  grep -i '^x-mailer' note
)
echo "$seen"
[ "$seen" = "X-Mailer: GNARWL: silent
Precedence: bulk: silent
Precedence: Bulk: answered
precedence: bulk: answered
Auto-Submitted: auto-replied: answered
X-mailer: GNARWL: answered
X-mailer: GNARWL" ]
