#!/bin/sh
# Inside the chroot: support@acme.example is an alias of Postfix, and desk@acme.example a mailbox with a Sieve rule. Both pass
# their mail on to AGENT, at the SMTP port of the machine outside.
set -eu
export LC_ALL=C
MAIL=/lab/mail.eml
[ -e $MAIL ] || cat >$MAIL <<MAIL
From: Carol <$FROM>
To: support@acme.example
Subject: Opening hours
Message-ID: <mta-$(date +%s)@customer.example>
Date: $(date -R)

When do you open?
MAIL

id desk >/dev/null 2>&1 || useradd --create-home --shell /bin/sh desk
dpkg-query -W -f '${Package} ${Version}\n' postfix postsrsd dovecot-sieve

echo acme.example >/etc/mailname
dd if=/dev/urandom bs=18 count=1 status=none | base64 >/etc/postsrsd.secret
postconf -e myhostname=mail.acme.example mydestination=acme.example,localhost inet_interfaces=127.0.0.1 \
  inet_protocols=ipv4 "transport_maps=inline:{${AGENT#*@}=smtp:[127.0.0.1]:$SMTP}" maillog_file=/dev/stdout \
  'virtual_alias_maps=inline:{{support@acme.example='"$AGENT"'}}' 'smtp_host_lookup=native' \
  sender_canonical_maps=tcp:127.0.0.1:10001 sender_canonical_classes=envelope_sender master_service_disable=inet
postfix check

postsrsd -f 10001 -r 10002 -d acme.example -s /etc/postsrsd.secret -u nobody -c /tmp -D -p /tmp/postsrsd.pid || true
postfix start-fg >/lab/postfix.log 2>&1 &
trap 'postfix stop >/dev/null 2>&1; kill "$(cat /tmp/postsrsd.pid 2>/dev/null)" 2>/dev/null || true' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do postqueue -p >/dev/null 2>&1 && break; sleep 1; done

echo "--- Postfix with postsrsd"
sendmail -f "$FROM" support@acme.example <$MAIL

echo "--- Dovecot's Sieve"
printf 'require ["copy"];\nredirect :copy "%s";\n' "$AGENT" >/home/desk/.dovecot.sieve
mkdir -p /home/desk/Maildir && chown -R desk /home/desk
cat >/etc/dovecot/dovecot.conf <<CONF
protocols =
mail_location = maildir:~/Maildir
log_path = /lab/dovecot.log
postmaster_address = postmaster@acme.example
submission_host =
sendmail_path = /usr/sbin/sendmail
protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = ~/.dovecot.sieve
}
CONF
touch /lab/dovecot.log && chmod 666 /lab/dovecot.log
sed 's/support@acme/desk@acme/; s/<mta-/<sieve-/' $MAIL >/tmp/desk.eml && chmod 644 /tmp/desk.eml
su desk -c "/usr/lib/dovecot/dovecot-lda -f '$FROM' -a desk@acme.example -d desk" </tmp/desk.eml

for _ in 1 2 3 4 5 6 7 8 9 10; do postqueue -p | grep -q 'queue is empty' && break; sleep 1; done
grep -E 'to=<' /lab/postfix.log || { cat /lab/postfix.log /lab/dovecot.log; exit 1; }
