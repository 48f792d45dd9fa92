#!/bin/sh
# Inside the chroot: Debian's packages of all robots, one user who has them, and a sendmail that keeps what it is given.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

# No package may start its daemon.
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
echo customer.example >/etc/mailname

apt-get update -q
apt-get install -y -q --no-install-recommends \
  exim4-daemon-light dovecot-sieve vacation mailutils gnarwl slapd ldap-utils procmail maildrop \
  spamassassin rspamd

# sendmail's package does not suffer another mail server beside it; its vacation program does.
cd /tmp
apt-get install -y -q --no-install-recommends libdb5.3 liblockfile1 libwrap0 libnsl2
apt-get download -q sendmail-bin
dpkg-deb -x sendmail-bin_*.deb /opt/sendmail
dpkg-deb -f sendmail-bin_*.deb Version >/opt/sendmail/version

dpkg-divert --local --rename --add /usr/sbin/sendmail
ln -sf /lab/take-note.sh /usr/sbin/sendmail
mkdir -p /usr/lib && ln -sf /lab/take-note.sh /usr/lib/sendmail
id jane 2>/dev/null || useradd --create-home --shell /bin/sh --comment "Jane Doe" jane
touch /lab/installed
