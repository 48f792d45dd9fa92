#!/bin/sh
# What SpamAssassin and rspamd of Debian 12 give to our reply with each Precedence, by their local rules alone: what
# blocklists, DNS and the sender's name add is the same for all. Each reply is tried once more from a domain below one of the
# new top-level domains that SpamAssassin lists. Run it after lab.sh, with the same LAB.
set -eu
LAB=${LAB:-${TMPDIR:-/tmp}/latchkey-robots}
cat >"$LAB/root/lab/scores.sh" <<'SCORES'
set -eu
cd /lab
for module in rbl asn spf dkim dmarc arc hfilter mx_check once_received url_redirector; do
  echo 'enabled = false;' >"/etc/rspamd/local.d/$module.conf"
done
echo 'pidfile = "/lab/rspamd.pid";' >/etc/rspamd/local.d/options.inc
mkdir -p /run/rspamd
chown _rspamd: /run/rspamd
rspamd -u _rspamd -g _rspamd >rspamd.log 2>&1
trap 'kill "$(cat /lab/rspamd.pid)"' EXIT
until rspamc stat >/dev/null 2>&1; do :; done

spamassassin --version | head -1
rspamd --version | head -1
scores() {
  spamassassin --local --test-mode <scored.eml 2>/dev/null |
    sed -n 's/^Content analysis details: *(\(.*\) points.*/  SpamAssassin \1:/p; s/^ *-\{0,1\}[0-9]*\.[0-9] \([A-Z0-9_]*\) .*/    \1/p' | tr -s '\n' ' '
  rspamc --from "$1" --rcpt jane@customer.example symbols <scored.eml |
    sed -n 's/^Score: \([^ ]*\) .*/  rspamd \1:/p; s/^Symbol: \(PRECEDENCE[A-Z_]*\|[A-Z0-9_]* ([-1-9][^)]*)\|[A-Z0-9_]* (0\.[0-9]*[1-9][0-9]*)\).*/    \1/p' | tr -s '\n' ' '
  echo
}
for mail in 2 3 4 5 6; do
  printf '\n%s\n' "$(grep '^Precedence:' "mails/$mail.eml" || echo no Precedence)"
  for domain in agents.example agents.click; do
    sed "s/agents\.example/$domain/g" "mails/$mail.eml" >scored.eml
    printf '%s:' "$domain"
    scores "$(sed "s/agents\.example/$domain/" "mails/$mail.sender")"
  done
done
SCORES
chroot "$LAB/root" sh /lab/scores.sh
