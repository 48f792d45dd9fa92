# Exim with a router that hands every mail to a plain autoreply transport.
version() { dpkg-query -W -f 'Exim ${Version}, plain autoreply transport' exim4-daemon-light; }

prepare() {
  . /lab/robots/exim-conf
  exim_conf <<'ROUTER'
answer:
  driver = accept
  domains = customer.example
  transport = away
  unseen
  no_verify
ROUTER
}

deliver() { exim_deliver "$1" "$2"; }
