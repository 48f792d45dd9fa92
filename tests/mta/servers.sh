#!/bin/sh
# Inside the chroot: the mail servers of acme.example, whose three mailboxes go on to AGENT.
#
#   support@  an alias of Postfix
#   desk@     a user's ~/.forward, read by Postfix
#   shop@     a user's Sieve rule, read by Dovecot
#
# servers.sh start PORT RECEIVER AGENT srs|plain
#   Postfix listens at PORT and sends to RECEIVER, both ports of 127.0.0.1. With "srs" postsrsd writes acme.example into the
#   envelope; with "plain" nothing does, and Dovecot hands its mail to RECEIVER itself.
# servers.sh stop | versions
set -eu
export LC_ALL=C
SRS=10011

start() {
  PORT=$1 RECEIVER=$2 AGENT=$3 SRS_OR_PLAIN=$4
  printf '%s\n' "$AGENT" >/home/desk/.forward
  printf 'redirect "%s";\n' "$AGENT" >/home/shop/.dovecot.sieve
  mkdir -p /home/shop/Maildir
  rm -f /home/shop/.dovecot.lda-dupes /home/shop/.dovecot.svbin
  chown -R desk /home/desk && chown -R shop /home/shop
  dovecot "$SRS_OR_PLAIN"

  : >/var/log/postfix.log
  chmod 666 /var/log/postfix.log
  # The log cannot be /dev/stdout: the chroot has no /proc.
  postconf -e myhostname=mail.acme.example mydestination=acme.example,localhost inet_interfaces=127.0.0.1 inet_protocols=ipv4 \
    maillog_file=/var/log/postfix.log alias_maps= "default_transport=smtp:[127.0.0.1]:$RECEIVER" \
    'virtual_alias_maps=inline:{{support@acme.example='"$AGENT"'}}' smtp_tls_security_level=none smtpd_tls_security_level=none \
    'mailbox_command=/usr/lib/dovecot/dovecot-lda -c /lab/dovecot.conf -f "$SENDER" -a "$RECIPIENT"' \
    smtp_host_lookup=native sender_canonical_maps= master_service_disable= smtp_address_preference=ipv4
  postconf -MX '*/inet'
  postconf -Me "$PORT/inet=$PORT inet n - n - - smtpd"
  postconf -F '*/*/chroot=n'
  if [ "$SRS_OR_PLAIN" = srs ]; then
    dd if=/dev/urandom bs=18 count=1 status=none | base64 >/lab/srs.secret
    postsrsd -4 -f $SRS -r $((SRS + 1)) -d acme.example -s /lab/srs.secret -D -p /lab/postsrsd.pid
    postconf -e sender_canonical_maps=tcp:127.0.0.1:$SRS sender_canonical_classes=envelope_sender
  fi
  # What a broken run left behind is not of this one.
  postsuper -d ALL
  postfix start
}

dovecot() {
  cat >/lab/dovecot.conf <<CONF
log_path = /lab/dovecot.log
mail_location = maildir:~/Maildir
postmaster_address = postmaster@acme.example
sendmail_path = /usr/sbin/sendmail
$([ "$1" = srs ] || echo "submission_host = 127.0.0.1:$RECEIVER")
protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = file:~/.dovecot.sieve
}
CONF
  : >/lab/dovecot.log
  chmod 666 /lab/dovecot.log
}

stop() {
  postfix stop || true
  [ ! -e /lab/postsrsd.pid ] || kill "$(cat /lab/postsrsd.pid)" || true
  rm -f /lab/postsrsd.pid
}

versions() {
  for package in postfix postsrsd dovecot-sieve; do dpkg-query -W -f '${Package} ${Version}\n' $package; done
}

"$@"
