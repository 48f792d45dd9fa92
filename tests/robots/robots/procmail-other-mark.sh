# The same with a mark of its own that is not the owner's address.
version() { dpkg-query -W -f 'procmail ${Version}, ^FROM_DAEMON and formail -rI, another mark' procmail; }

prepare() {
  cat >/home/jane/other-mark.rc <<'RC'
SENDMAIL=/usr/sbin/sendmail
SHELL=/bin/sh
DEFAULT=/dev/null
:0 h
* !^FROM_DAEMON
* !^X-Loop: away@customer.example
| (formail -rI"X-Loop: away@customer.example" ; echo "I am away until Monday.") | $SENDMAIL -t
RC
}

deliver() { as_jane "procmail -f '${2:-MAILER-DAEMON}' -m other-mark.rc" <"$1"; }
