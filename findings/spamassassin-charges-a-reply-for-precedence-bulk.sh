#!/bin/sh
# "Precedence: bulk" on a reply costs a point in SpamAssassin below 20 top-level domains; "Precedence: junk" costs nothing.
#
# Package:   spamassassin 4.0.1-1~deb12u1 (Debian 12) with the rules that it brings, without network tests, on 2026-11-28
# Behaviour: the rule BULK_RE_SUSP_NTLD fires on three things together: a subject that begins with "Re:" (AW:, SV: too), a
#            Precedence of bulk or list, and a From below one of the new top-level domains that the rules list (.click, .top, .online ...).
#            A newsletter has no "Re:", so it is automatic replies that the rule meets.
# Seen:      no Precedence 1.0; bulk 2.0; list 2.0; junk 1.0; auto_reply 1.0; bulk on a fresh subject 1.0
# Why care:  old advice has every automatic reply carry "Precedence: bulk". On a young domain that is a fifth of the way to
#            the spam folder (5.0 points), and the other values that robots know are free.
#
# Needs: Debian 12 on amd64 (apt-get, dpkg-deb) and perl. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in spamassassin=4.0.1-1~deb12u1 libnetaddr-ip-perl libhtml-parser-perl libhtml-tagset-perl libnet-dns-perl \
  libnet-ip-perl libmail-dkim-perl libmailtools-perl libtimedate-perl libcrypt-openssl-rsa-perl liberror-perl \
  libhttp-date-perl libio-string-perl libsys-hostname-long-perl; do
  apt-get download -q "$package" >/dev/null 2>&1
done
for file in *.deb; do dpkg-deb -x "$file" root; done

# $1: the subject; $2: a further header field.
score() {
  {
    printf 'Received: from out.shop.click by mx.here.example with ESMTPS id x1; %s\n' "$(date -R)"
    printf 'From: Shop <desk@shop.click>\nTo: sam@here.example\nSubject: %s\nMessage-ID: <20261128.a1b2c3@shop.click>\n' "$1"
    printf 'In-Reply-To: <0@here.example>\nReferences: <0@here.example>\nDate: %s\n%s\n\nWe are open until six.\n' "$(date -R)" "$2"
  } | HOME=$dir perl -T -I root/usr/share/perl5 -I root/usr/lib/x86_64-linux-gnu/perl5/5.36 root/usr/bin/spamassassin \
    --local --test-mode --configpath=root/usr/share/spamassassin --siteconfigpath=root/etc/spamassassin 2>/dev/null |
    sed -n 's/^Content analysis details: *(\([0-9.-]*\) points.*/\1/p'
}

seen=$(
  echo "no Precedence $(score 'Re: Hours' 'X-Test: 1')"
  for value in bulk list junk auto_reply; do echo "$value $(score 'Re: Hours' "Precedence: $value")"; done
  echo "bulk on a fresh subject $(score 'Hours' 'Precedence: bulk')"
)
echo "$seen"
[ "$seen" = "no Precedence 1.0
bulk 2.0
list 2.0
junk 1.0
auto_reply 1.0
bulk on a fresh subject 1.0" ]
