# procmail with the vacation recipe of its manual page (procmailex), but for the cache of those who were answered.
version() { dpkg-query -W -f 'procmail ${Version}, the manual'"'"'s recipe' procmail; }

prepare() {
  cat >/home/jane/manual.rc <<'RC'
SENDMAIL=/usr/sbin/sendmail
SHELL=/bin/sh
DEFAULT=/dev/null
:0 h
* $^To:.*jane@customer.example
* !^FROM_DAEMON
* !^X-Loop: jane@customer.example
| (formail -r -A"Precedence: junk" -A"X-Loop: jane@customer.example" ; echo "I am away until Monday.") | $SENDMAIL -t
RC
}

deliver() { as_jane "procmail -f '${2:-MAILER-DAEMON}' -m manual.rc" <"$1"; }
