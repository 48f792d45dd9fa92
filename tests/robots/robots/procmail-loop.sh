# procmail with the short recipe that is found everywhere: guarded by ^FROM_DAEMON and its own X-Loop, without a Precedence.
version() { dpkg-query -W -f 'procmail ${Version}, ^FROM_DAEMON and formail -rI' procmail; }

prepare() {
  cat >/home/jane/loop.rc <<'RC'
SENDMAIL=/usr/sbin/sendmail
SHELL=/bin/sh
DEFAULT=/dev/null
:0 h
* !^FROM_DAEMON
* !^X-Loop: jane@customer.example
| (formail -rI"X-Loop: jane@customer.example" ; echo "I am away until Monday.") | $SENDMAIL -t
RC
}

deliver() { as_jane "procmail -f '${2:-MAILER-DAEMON}' -m loop.rc" <"$1"; }
