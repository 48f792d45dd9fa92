# gnarwl, which takes the text of the note from a directory server, with the settings of Debian's package.
version() { dpkg-query -W -f 'gnarwl ${Version}' gnarwl; }

GNARWL_PORT=3893

prepare() {
  mkdir -p /lab/ldap/data
  cat >/lab/ldap/slapd.conf <<'CONF'
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile /lab/ldap/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
database mdb
suffix "dc=customer,dc=example"
directory /lab/ldap/data
CONF
  rm -f /lab/ldap/data/*
  slapadd -f /lab/ldap/slapd.conf <<'LDIF'
dn: dc=customer,dc=example
objectClass: dcObject
objectClass: organization
o: Customer
dc: customer

dn: cn=Jane Doe,dc=customer,dc=example
objectClass: inetOrgPerson
cn: Jane Doe
sn: Doe
mail: jane@customer.example
employeeType: TRUE
description: I am away until Monday.
LDIF
  slapd -f /lab/ldap/slapd.conf -h "ldap://127.0.0.1:$GNARWL_PORT/"
  sed -e 's/^server.*/server 127.0.0.1/' -e "s/^port.*/port $GNARWL_PORT/" -e 's/^base.*/base dc=customer,dc=example/' \
    -e 's/vacationActive/employeeType/' -e 's/vacationInfo/description/' -e '/^map_field.*vacation/d' \
    -e 's|^blockfiles.*|blockfiles /lab/ldap/block/|' -e 's/^protocol.*/protocol 3/' \
    /usr/share/gnarwl/gnarwl.cfg.template >/lab/ldap/gnarwl.cfg
}

deliver() {
  rm -rf /lab/ldap/block
  mkdir -p /lab/ldap/block
  # As from a .forward of a mail server that writes the line "From SENDER DATE" first.
  { echo "From ${2:-MAILER-DAEMON} Sat Nov 28 12:00:00 2026"; cat "$1"; } | gnarwl -c /lab/ldap/gnarwl.cfg
}

finish() { kill "$(cat /lab/ldap/slapd.pid)"; }
