# Exim with a user's filter: "vacation" alone.
version() { dpkg-query -W -f 'Exim ${Version}, filter without personal' exim4-daemon-light; }

prepare() {
  . /lab/robots/exim-conf
  exim_conf <<'ROUTER'
filter:
  driver = redirect
  check_local_user
  domains = customer.example
  file = /home/jane/exim-vacation.filter
  user = jane
  allow_filter
  reply_transport = reply
  no_verify
ROUTER
  printf '# Exim filter\nvacation\n' >/home/jane/exim-vacation.filter
  echo "I am away until Monday." >/home/jane/.vacation.msg
  chown jane: /home/jane/exim-vacation.filter
}

deliver() {
  # It remembers whom it answered.
  rm -f /home/jane/.vacation /home/jane/.vacation.db /home/jane/.vacation.log
  exim_deliver "$1" "$2"
}
