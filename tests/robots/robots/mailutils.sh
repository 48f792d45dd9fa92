# GNU Mailutils' sieve program with its "vacation" action.
version() { dpkg-query -W -f 'GNU Mailutils sieve ${Version}' mailutils; }

prepare() {
  cat >/home/jane/mailutils.sieve <<'SIEVE'
require ["vacation"];
vacation :aliases ["jane@customer.example"] "I am away until Monday.";
SIEVE
}

deliver() {
  { echo "From ${2:-MAILER-DAEMON} Sat Nov 28 12:00:00 2026"; cat "$1"; echo; } >/home/jane/inbox
  chown jane /home/jane/inbox
  rm -f /home/jane/.vacation*
  as_jane "sieve --set mailer.url=sendmail:/usr/sbin/sendmail --mbox-url=/home/jane/inbox --email=jane@customer.example mailutils.sieve"
}
