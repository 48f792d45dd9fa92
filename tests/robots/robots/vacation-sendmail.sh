# The vacation program of sendmail's package; it takes the sender from the first line, "From SENDER DATE".
version() { printf 'vacation of sendmail-bin %s' "$(cat /opt/sendmail/version)"; }

prepare() { printf 'Subject: away from my mail\n\nI am away until Monday.\n' >/home/jane/.vacation.msg; }

deliver() {
  as_jane "/opt/sendmail/usr/libexec/sendmail/vacation.sendmail -I"
  { echo "From ${2:-MAILER-DAEMON} Sat Nov 28 12:00:00 2026"; cat "$1"; } |
    as_jane "/opt/sendmail/usr/libexec/sendmail/vacation.sendmail -a jane@customer.example jane"
}
