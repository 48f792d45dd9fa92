# Dovecot's local delivery with the Sieve action "vacation" (RFC 5230).
version() { dpkg-query -W -f 'Pigeonhole (dovecot-sieve ${Version})' dovecot-sieve; }

prepare() {
  cat >/lab/dovecot.conf <<'CONF'
log_path = /lab/dovecot.log
mail_location = maildir:/home/jane/Maildir
postmaster_address = postmaster@customer.example
sendmail_path = /usr/sbin/sendmail
protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = file:/home/jane/vacation.sieve
}
CONF
  touch /lab/dovecot.log
  chmod 666 /lab/dovecot.log
  cat >/home/jane/vacation.sieve <<'SIEVE'
require ["vacation"];
vacation :addresses ["jane@customer.example"] "I am away until Monday.";
SIEVE
}

deliver() {
  rm -f /home/jane/.dovecot.lda-dupes
  as_jane "/usr/lib/dovecot/dovecot-lda -c /lab/dovecot.conf -f '$2' -a jane@customer.example" <"$1"
}
