/** What the servers add: postsrsd writes into the envelope, and rspamd seals. */
export type Phase = "srs" | "plain" | "arc";

type Way = { phase: Phase; mailbox: string; name: string };

/** The ways of servers.sh from a mailbox to an agent. */
export const WAYS: Way[] = [
  { phase: "srs", mailbox: "support@acme.example", name: "Postfix, virtual alias, postsrsd" },
  { phase: "srs", mailbox: "desk@acme.example", name: "Postfix, `.forward`, postsrsd" },
  { phase: "srs", mailbox: "shop@acme.example", name: "Dovecot's Sieve `redirect` through Postfix, postsrsd" },
  { phase: "plain", mailbox: "support@acme.example", name: "Postfix, virtual alias" },
  { phase: "plain", mailbox: "desk@acme.example", name: "Postfix, `.forward`" },
  { phase: "plain", mailbox: "shop@acme.example", name: "Dovecot's Sieve `redirect` by `submission_host`" },
  { phase: "arc", mailbox: "support@acme.example", name: "Postfix, virtual alias, postsrsd, rspamd's ARC" },
  { phase: "arc", mailbox: "desk@acme.example", name: "Postfix, `.forward`, postsrsd, rspamd's ARC" },
  {
    phase: "arc",
    mailbox: "shop@acme.example",
    name: "Dovecot's Sieve `redirect` through Postfix, postsrsd, rspamd's ARC",
  },
];
