import { Badge } from "@mantine/core";
import type { Answer } from "../api/types.ts";

export type RunState = Answer<"getRun">["state"];
export type KeyStatus = Answer<"getConfig">["status"];

type Look = { label: string; color: string };

const RUN: Record<RunState, Look> = {
  received: { label: "Waiting", color: "blue" },
  claimed: { label: "Answering", color: "blue" },
  generated: { label: "Answering", color: "blue" },
  sending: { label: "Sending", color: "blue" },
  replied: { label: "Answered", color: "green" },
  drafted: { label: "Draft", color: "ink" },
  held: { label: "Held", color: "orange" },
  skipped: { label: "Not answered", color: "gray" },
  failed: { label: "Failed", color: "red" },
  observed: { label: "Test", color: "teal" },
  kept: { label: "Kept for the summary", color: "gray" },
};

const KEY: Record<KeyStatus, Look> = {
  unverified: { label: "Not checked yet", color: "gray" },
  active: { label: "Works", color: "green" },
  rejected: { label: "Rejected", color: "red" },
  no_credit: { label: "No credit", color: "orange" },
  model_unavailable: { label: "Model not available", color: "red" },
  lacks_rights: { label: "Lacks a permission", color: "orange" },
  address_blocked: { label: "Restricted", color: "orange" },
  service_disabled: { label: "API not enabled", color: "orange" },
  account_suspended: { label: "Account suspended", color: "red" },
  verification_needed: { label: "Not verified", color: "orange" },
};

/** The state of a mail in one word. The colour repeats the word, so it carries no meaning alone. */
export function RunBadge({ state }: { state: RunState }) {
  return <StateBadge {...RUN[state]} />;
}

export function KeyBadge({ status }: { status: KeyStatus }) {
  return <StateBadge {...KEY[status]} />;
}

export function StateBadge({ label, color }: Look) {
  return (
    <Badge color={color} tt="none" fw={500} size="md" style={{ flexShrink: 0 }}>
      {label}
    </Badge>
  );
}
