import type { Answer } from "../../api/types.ts";
import { StateBadge } from "../../components/state-badge.tsx";

export type Domain = Answer<"getDomain">;

type Look = { label: string; color: string; text: string };

const OF_STATE: Record<Domain["state"], Look> = {
  pending: {
    label: "Not proven yet",
    color: "blue",
    text: "Set the first record below where you bought the domain. Latchkey looks for it by itself: every minute at first, later less often.",
  },
  proven: {
    label: "Proven",
    color: "blue",
    text: "The domain is yours. Set the records that sign your answers, too. Then answers can leave from it.",
  },
  lost: {
    label: "Proof lost",
    color: "red",
    text: "The record that proves the domain has been missing for days. No answers leave from it until it is found again. Mails that wait for it are on hold.",
  },
  taken: {
    label: "Somebody else's",
    color: "orange",
    text: "Your record was found, but another account has proven this domain and its record is still there. Remove that one where you manage the domain: three days later the domain is yours.",
  },
  elsewhere: {
    label: "Not possible here",
    color: "orange",
    text: "The team that runs this Latchkey uses this domain for other mail. Ask them.",
  },
  expired: {
    label: "Given up",
    color: "gray",
    text: "The record was not found for two weeks, so Latchkey has stopped looking. Set it and check again.",
  },
};

const READY: Look = { label: "Ready", color: "green", text: "Answers can leave from addresses on this domain." };
const MISSING: Look = {
  label: "Record missing",
  color: "orange",
  text: "The record that proves the domain is not found at the moment. Set it again: three days after it went, no more answers leave from the domain.",
};

export function lookOf({ state, can_send, missing_since }: Domain): Look {
  if (missing_since !== null) return MISSING;
  return can_send ? READY : OF_STATE[state];
}

export function DomainBadge({ domain }: { domain: Domain }) {
  const { label, color } = lookOf(domain);
  return <StateBadge label={label} color={color} />;
}
