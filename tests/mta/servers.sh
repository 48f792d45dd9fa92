#!/bin/sh
# Inside the chroot: the mail servers of acme.example, whose three mailboxes go on to AGENT.
#
#   support@  an alias of Postfix
#   desk@     a user's ~/.forward, read by Postfix
#   shop@     a user's Sieve rule, read by Dovecot
#
# servers.sh start PORT RECEIVER AGENT DNS srs|plain|arc
#   Postfix listens at PORT and sends to RECEIVER, both ports of 127.0.0.1. With "srs" postsrsd writes acme.example into the
#   envelope; with "plain" nothing does, and Dovecot hands its mail to RECEIVER itself. With "arc" there is postsrsd, and rspamd
#   checks what comes in against the name server at the port DNS and seals it with the key in arc.key.
# servers.sh stop | versions
set -eu
export LC_ALL=C
SRS=10011
MILTER=10013

start() {
  PORT=$1 RECEIVER=$2 AGENT=$3 DNS=$4 PHASE=$5
  printf '%s\n' "$AGENT" >/home/desk/.forward
  printf 'redirect "%s";\n' "$AGENT" >/home/shop/.dovecot.sieve
  mkdir -p /home/shop/Maildir
  rm -f /home/shop/.dovecot.lda-dupes /home/shop/.dovecot.svbin
  chown -R desk /home/desk && chown -R shop /home/shop
  dovecot

  : >/var/log/postfix.log
  chmod 666 /var/log/postfix.log
  # The log cannot be /dev/stdout: the chroot has no /proc.
  postconf -e myhostname=mail.acme.example mydestination=acme.example,localhost inet_interfaces=127.0.0.1 inet_protocols=ipv4 \
    maillog_file=/var/log/postfix.log alias_maps= "default_transport=smtp:[127.0.0.1]:$RECEIVER" \
    'virtual_alias_maps=inline:{{support@acme.example='"$AGENT"'}}' smtp_tls_security_level=none smtpd_tls_security_level=none \
    'mailbox_command=/usr/lib/dovecot/dovecot-lda -c /lab/dovecot.conf -f "$SENDER" -a "$RECIPIENT"' \
    smtp_host_lookup=native sender_canonical_maps= smtpd_milters=
  postconf -MX '*/inet'
  postconf -Me "$PORT/inet=$PORT inet n - n - - smtpd"
  postconf -F '*/*/chroot=n'
  if [ "$PHASE" != plain ]; then
    dd if=/dev/urandom bs=18 count=1 status=none | base64 >/lab/srs.secret
    postsrsd -4 -f $SRS -r $((SRS + 1)) -d acme.example -s /lab/srs.secret -D -p /lab/postsrsd.pid
    postconf -e sender_canonical_maps=tcp:127.0.0.1:$SRS sender_canonical_classes=envelope_sender
  fi
  if [ "$PHASE" = arc ]; then
    rspamd_conf
    # It may run as root (-i) here. A daemon that keeps our output open would keep the caller waiting.
    rspamd -i -c /lab/rspamd.conf </dev/null >/dev/null 2>&1
    postconf -e smtpd_milters=inet:127.0.0.1:$MILTER milter_default_action=tempfail
  fi
  # The queue's folders are made by the check. What a broken run left in them is not of this one.
  postfix check
  postsuper -d ALL
  postfix start
}

dovecot() {
  cat >/lab/dovecot.conf <<CONF
log_path = /lab/dovecot.log
mail_location = maildir:~/Maildir
postmaster_address = postmaster@acme.example
sendmail_path = /usr/sbin/sendmail
$([ "$PHASE" != plain ] || echo "submission_host = 127.0.0.1:$RECEIVER")
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

rspamd_conf() {
  cat >/lab/rspamd.conf <<CONF
options {
  filters = "dkim";
  pidfile = "/lab/rspamd.pid";
  tempdir = "/tmp";
  local_addrs = [];
  dns { nameserver = ["127.0.0.1:$DNS"]; timeout = 2s; }
}
logging { type = "file"; filename = "/lab/rspamd.log"; level = "info"; }
worker "rspamd_proxy" {
  bind_socket = "127.0.0.1:$MILTER";
  milter = yes;
  timeout = 30s;
  count = 1;
  upstream "local" { default = yes; self_scan = yes; }
}
modules { path = "/usr/share/rspamd/plugins/"; }
lua = "/usr/share/rspamd/rules/rspamd.lua";
actions { reject = 1000; }
dkim { check_local = true; }
spf { check_local = true; }
dmarc { check_local = true; }
arc {
  sign_local = true;
  sign_inbound = true;
  use_domain = "recipient";
  domain { acme.example { path = "/lab/arc.key"; selector = "s1"; } }
}
milter_headers { use = ["authentication-results"]; skip_local = false; }
CONF
}

stop() {
  postfix stop || true
  for daemon in postsrsd rspamd; do
    [ ! -e /lab/$daemon.pid ] || kill "$(cat /lab/$daemon.pid)" || true
    rm -f /lab/$daemon.pid
  done
}

versions() {
  for package in postfix postsrsd dovecot-sieve rspamd; do dpkg-query -W -f '${Package} ${Version}\n' $package; done
}

"$@"
