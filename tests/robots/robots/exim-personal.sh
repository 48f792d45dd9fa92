# Exim with a user's filter: "if personal then vacation".
version() { dpkg-query -W -f 'Exim ${Version}, filter with personal' exim4-daemon-light; }

prepare() {
  . /lab/robots/exim-conf
  exim_conf <<'ROUTER'
filter:
  driver = redirect
  check_local_user
  domains = customer.example
  file = /home/jane/exim.filter
  user = jane
  allow_filter
  reply_transport = reply
  no_verify
ROUTER
  printf '# Exim filter\nif personal then\n  mail to $reply_address subject "Re: $h_subject:" text "I am away until Monday."\nendif\n' \
    >/home/jane/exim.filter
  chown jane: /home/jane/exim.filter
}

deliver() { exim_deliver "$1" "$2"; }
