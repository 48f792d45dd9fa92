# Debian's package "vacation", the BSD program.
version() { dpkg-query -W -f 'vacation ${Version}' vacation; }

prepare() { printf 'Subject: away from my mail\n\nI am away until Monday.\n' >/home/jane/.vacation.msg; }

deliver() {
  as_jane "vacation -I"
  { echo "From ${2:-MAILER-DAEMON} Sat Nov 28 12:00:00 2026"; cat "$1"; } | as_jane "vacation -a jane@customer.example jane"
}
