#!/bin/sh
# Inside the chroot: Debian's mail servers, and two users whose mail goes on to an agent.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

# No package may start its daemon.
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
echo acme.example >/etc/mailname

apt-get update -q
apt-get install -y -q --no-install-recommends postfix postsrsd dovecot-sieve rspamd

for user in desk shop; do id $user 2>/dev/null || useradd --create-home --shell /bin/sh $user; done
touch /lab/installed
