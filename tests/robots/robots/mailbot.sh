# Courier's mailbot, from the package "maildrop", called as its manual page shows.
version() { dpkg-query -W -f 'mailbot (maildrop ${Version})' maildrop; }

prepare() { echo "I am away until Monday." >/home/jane/away.txt; }

deliver() {
  as_jane "SENDER='$2' mailbot -t away.txt -A 'From: jane@customer.example' /usr/sbin/sendmail -t -f ''" <"$1"
}
