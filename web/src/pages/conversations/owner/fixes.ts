import { DOUBTS } from "../../../../../shared/mail/reasons.ts";
import type { RunReason } from "../../../../../shared/runs/reasons.ts";
import { paths } from "../../../paths.ts";

/** What mends the cause that held a mail: a page to go to, or a correspondent to be unblocked. */
export type Fix = { label: string; href: (agentId: string) => string } | "unblock";

const addKey = { label: "Add a key", href: paths.keys };
const seeKeys = { label: "See your keys", href: paths.keys };
const changeKey = { label: "Change the key", href: paths.keys };
const changeModel = { label: "Choose another model", href: paths.keys };
const agent = (label: string): Fix => ({ label, href: paths.agent });

type Help = {
  fix?: Fix;
  /** What happens by itself, or what to look at first. */
  note?: string;
  /** Whether trying again may help. Where it is the mail's own fault, it comes to the same end. */
  retry: boolean;
  /** What a further try may do that the owner does not expect; asked about before. */
  warning?: string;
};

const BY_ITSELF = "When a working key is stored, this mail is answered by itself.";
const ONCE_CHECKED = "When it works, this mail is answered by itself.";
const ONCE_MENDED = "With other settings, this mail is answered by itself.";
const ONCE_RAISED = "When you raise it, this mail goes on at once.";

const HELP: Partial<Record<RunReason, Help>> = {
  no_ai_config: { fix: addKey, retry: true },
  key_unreadable: { fix: changeKey, note: BY_ITSELF, retry: true },
  key_rejected: { fix: changeKey, note: BY_ITSELF, retry: true },
  no_credit: {
    fix: seeKeys,
    note: "When the key is checked and has credit, this mail is answered by itself.",
    retry: true,
  },
  lacks_rights: {
    fix: seeKeys,
    note: `Give it the permission there, then check the key. ${ONCE_CHECKED}`,
    retry: true,
  },
  address_blocked: {
    fix: seeKeys,
    note: `Remove that restriction there, then check the key. ${ONCE_CHECKED}`,
    retry: true,
  },
  service_disabled: { fix: seeKeys, note: `Enable it there, then check the key. ${ONCE_CHECKED}`, retry: true },
  account_suspended: {
    fix: seeKeys,
    note: `Settle that there and check the key, or store a key of another account. ${ONCE_CHECKED}`,
    retry: true,
  },
  verification_needed: {
    fix: seeKeys,
    note: `Verify it there and check the key, or choose another model. ${ONCE_CHECKED}`,
    retry: true,
  },
  rate_limited: { fix: seeKeys, note: "A key with a higher limit answers it by itself.", retry: true },
  provider_down: { fix: seeKeys, note: "Try again when it is back, or store a key of another provider.", retry: true },
  model_unavailable: { fix: changeModel, note: BY_ITSELF, retry: true },
  bad_call: { fix: { label: "Change the key's settings", href: paths.keys }, note: ONCE_MENDED, retry: true },
  too_long: { fix: changeModel, note: ONCE_MENDED, retry: true },
  price_unknown: {
    fix: changeModel,
    note: "With another model, or with a price that you give in its key's settings, this mail is answered by itself.",
    retry: true,
  },
  free_mails_used: { fix: addKey, retry: true },
  monthly_budget: { fix: { label: "Raise the budget", href: paths.account }, note: ONCE_RAISED, retry: true },
  agent_daily_budget: { fix: agent("Raise the agent's budget"), note: ONCE_RAISED, retry: true },
  daily_limit: { fix: agent("Raise the agent's limit"), note: ONCE_RAISED, retry: true },
  correspondent_cap: { fix: agent("Raise the agent's limits"), retry: true },
  domain_cap: { fix: agent("Raise the agent's limits"), retry: true },
  agent_paused: { fix: agent("See the agent"), retry: true },
  not_on_allow_list: { fix: agent("Change whom it answers"), retry: true },
  foreign_reply_to: {
    fix: agent("Name the sender's domain"),
    retry: true,
    warning:
      "The answer goes to the address that the mail names, and whoever reads it there may not have written the mail. They get the answer alone: no subject, no words and no earlier mails of anybody.",
  },
  correspondent_blocked: { fix: "unblock", retry: true },
  forward_confirmation: { note: "Nobody reads replies to it.", retry: false },
  mail_unreadable: {
    note: "Look at the mail first. One that only took too long may be read at another time; a broken one comes back here.",
    retry: true,
  },
  broke_down: {
    note: "Look at the mail and the timeline first. If the cause lies in the mail, it comes back here.",
    retry: true,
  },
  owner_address_unproved: { fix: { label: "Confirm your address", href: paths.account }, retry: true },
  agent_deleted: { retry: false },
  may_have_been_sent: {
    retry: true,
    warning:
      "The mail service never said whether the reply left. If it did, the sender gets it a second time. Ask whether it arrived, or look into the thread first.",
  },
  answer_lost: {
    retry: true,
    warning:
      "The provider was asked twice and may have charged for both. Another try is a further call, and a further charge.",
  },
};

const CAUSES = new Map<string, Help>(Object.entries(HELP));

/** These lie in the mail: it is read again, and the same rule fires. */
const OF_THE_MAIL: ReadonlySet<string> = new Set<RunReason>([
  ...(["unproven_sender", "verdict_missing", "unusual_address", "no_readable_text", "encrypted"] as const),
  ...(["outlook_only", "too_large", "too_many_parts", "too_deep", "headers_too_large", "too_many_headers"] as const),
  ...(["too_many_addresses", "line_too_long", "unreadable_text"] as const),
]);

export function helpFor(reason: string | null): Help {
  return CAUSES.get(reason ?? "") ?? { retry: !OF_THE_MAIL.has(reason ?? "") };
}

/** True where a mail was held for no other reason than that no person may have written it. */
export function isDoubt(reason: string | null): boolean {
  return DOUBTS.some((doubt) => doubt === reason);
}
