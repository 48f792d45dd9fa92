import type { Reason } from "./reason.ts";

/** Why a mail is at rest because of how the work on it ended. */
export const WORK_REASONS = {
  agent_paused: {
    owner: "The agent is switched off.",
    operator: null,
    resolvedBy: [],
    help: { fix: { label: "See the agent", page: "agent" }, retry: true },
  },
  domain_unproven: {
    owner:
      "The agent's answers leave from an address on your own domain, and the domain's records are not in DNS, or not yet.",
    operator:
      "Many of many owners: our look-ups fail, or SES no longer sees DKIM records. Look for `domain_check_failed` in the log of domain-checks.",
    resolvedBy: ["domain"],
    help: {
      fix: { label: "See the domain's records", page: "domains" },
      note: "It goes on by itself once the records are found.",
      retry: true,
    },
  },
  agent_deleted: {
    owner: "The agent was deleted before it could answer.",
    operator: null,
    resolvedBy: [],
    help: { retry: false },
  },
  too_old: {
    owner: "The mail waited longer than 48 hours. It may no longer need an answer.",
    operator: "Mails waited for two days: look at what `run_interrupted` names in the runner's log, then redrive.",
    resolvedBy: [],
    help: { retry: true },
  },
  denied_sender: {
    owner: "The sender is on the agent's list of denied senders.",
    operator: null,
    skipped: {
      note: "You put the sender on the agent's list. The list stays as it is, and this one mail is answered.",
    },
  },
  duplicate: {
    owner: "The sender's mail server sent the same mail again.",
    operator: null,
    skipped: { note: "The other copy may have been answered already. Look into the thread first." },
  },
  broke_down: {
    owner:
      "Latchkey broke down three times while it worked on this mail, and has stopped trying. The mail itself may be the cause.",
    operator: "Look for the run's id in the runner's log. Mend the cause, then redrive.",
    resolvedBy: [],
    help: {
      note: "Look at the mail and the timeline first. If the mail itself is the cause, it comes back here.",
      retry: true,
    },
  },
  answer_lost: {
    owner: "The provider was asked twice and no answer reached us. It may have charged for both calls.",
    operator: "Many at once: the provider, or the network to it, loses answers. Look at `provider_call_failed`.",
    resolvedBy: [],
    help: {
      retry: true,
      warning:
        "The provider was asked twice and may have charged for both. Another try makes another call, and costs again.",
    },
  },
  refused: {
    owner: "The model declined to answer.",
    operator: null,
    resolvedBy: [],
    help: { retry: true },
  },
  instructions_told: {
    owner:
      "The model repeated your instructions in its answer, as if a mail had led it to. Read the answer: it was not sent.",
    operator: "Many of many owners: somebody sends mails that lead the model. Look at the mails.",
    resolvedBy: [],
    help: { retry: true },
  },
  bad_answer: {
    owner: "The model's answer was empty or could not be read.",
    operator: "Many at one provider: it has changed the form of its answers.",
    resolvedBy: [],
    help: { retry: true },
  },
  may_have_been_sent: {
    owner: "SES never said whether the reply left. Latchkey does not send it again unless you ask for it.",
    operator: "Many at once: SES's events do not arrive. Look at the queue of delivery events.",
    resolvedBy: [],
    help: {
      retry: true,
      warning:
        "The mail service never reported whether the reply left. If it did, the sender gets it a second time. Ask whether it arrived, or look into the thread first.",
    },
  },
  dropped: {
    owner: "You decided that it gets no answer.",
    operator: null,
    skipped: { note: "You can still change your mind." },
  },
  send_refused: {
    owner: "SES did not accept the reply.",
    operator: "Look for `send_failed` in the runner's log: it names what SES said.",
    resolvedBy: [],
    help: { retry: true },
  },
  connection_test: {
    owner: "Latchkey's own test mail came back from your mailbox. The agent's page says how it came.",
    operator: null,
    skipped: { never: "Latchkey wrote it to test your mailbox, so there is nobody to answer." },
  },
  owners_mail: {
    owner: "You wrote this mail yourself, from your connected mailbox. The agent keeps silent in that thread now.",
    operator: null,
    skipped: { note: "The answer would go to your own mailbox." },
  },
  owner_answers: {
    owner: "You answer in this thread yourself, so the agent keeps silent in it.",
    operator: null,
    resolvedBy: [],
    help: { note: "Above the mails of the thread you can let the agent answer in it again.", retry: true },
  },
  kept_for_summary: {
    owner: "The mail is kept for the agent's next summary. It gets no answer.",
    operator: null,
    skipped: { never: "The agent keeps mails for its summary and answers nobody." },
  },
  nothing_kept: {
    owner: "No mail was kept for this summary.",
    operator: null,
    skipped: { never: "There is no mail to summarize." },
  },
  owner_address_unproved: {
    owner:
      "The summary goes to your account's address, which is not confirmed yet. Once you confirm it, the summary is sent.",
    operator: null,
    resolvedBy: ["key"],
    help: { fix: { label: "Confirm your address", page: "account" }, retry: true },
  },
} as const satisfies Record<string, Reason>;
