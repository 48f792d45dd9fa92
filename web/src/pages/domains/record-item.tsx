import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "../../components/copy-button.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import type { Domain } from "./domain-state.tsx";
import classes from "./domains.module.css";

type Record_ = Domain["records"][number];

const FINDINGS: Record<Record_["finding"], { label: string; color: string }> = {
  unchecked: { label: "Not looked for yet", color: "gray" },
  found: { label: "Found", color: "green" },
  missing: { label: "Not found", color: "gray" },
  wrong: { label: "Something else is there", color: "orange" },
  unsure: { label: "No clear answer yet", color: "gray" },
};

/** Words for a record without one in DNS that the owner may leave out. */
const NAMES: Record<string, string> = {
  proof: "Proof",
  dkim1: "Signature 1",
  dkim2: "Signature 2",
  dkim3: "Signature 3",
  dmarc: "Policy (DMARC)",
  bounce_mx: "Returned mail",
  bounce_spf: "Sender list (SPF)",
  mx: "Incoming mail",
};

/** One record to copy, and what DNS has in its place. */
export function RecordItem({ record, domain }: { record: Record_; domain: string }) {
  const { id, type, name, value, finding, found } = record;
  const what = NAMES[id] ?? id;
  const short = name === domain ? "@" : name.slice(0, -domain.length - 1);
  return (
    <div className={classes["record"]}>
      <Group gap="xs">
        <Text fw={500} size="sm">
          {what}
        </Text>
        <StateBadge {...FINDINGS[finding]} />
      </Group>
      <dl className={classes["fields"]}>
        <Field label="Type">
          <Value text={type} />
        </Field>
        <Field label="Name">
          <Value text={name} />
          <CopyButton value={name} what={`the name of ${what}`} />
        </Field>
        <Field label="Value">
          <Value text={value} />
          <CopyButton value={value} what={`the value of ${what}`} />
        </Field>
        {finding !== "found" && found.length > 0 && (
          <Field label="Now there">
            <Value text={found.join(", ")} />
          </Field>
        )}
      </dl>
      {finding !== "found" && (
        <Text size="xs" c="dimmed" mt={4}>
          If your provider adds the domain to the name by itself, the name is only {short}.
        </Text>
      )}
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Value({ text }: { text: string }) {
  return <span className={classes["value"]}>{text}</span>;
}
