import { Text } from "@mantine/core";
import classes from "./mailbox.module.css";
import type { Mailbox } from "./mailbox-card.tsx";

const KEPT = { true: "kept", false: "changed" } as const;

/** What was left of the test mail's proof, in the field's own words. */
export function MailboxDetails({ mailbox: { result } }: { mailbox: Mailbox }) {
  if (result === null) return null;
  const facts: [string, string][] = [
    ["Forwarder", result.way_name],
    ["From", KEPT[`${result.from_kept}`]],
    ["Subject", KEPT[`${result.subject_kept}`]],
    ["DKIM", result.dkim === "pass" ? "pass: our signature survived" : "fail"],
    ["ARC", result.sealer === undefined ? result.arc : `pass, sealed by ${result.sealer}`],
    ["Envelope", result.envelope_rewritten ? "rewritten (SRS or the like)" : "as sent"],
    ["SPF", result.spf],
    ["DMARC", result.dmarc],
  ];
  return (
    <details className={classes["details"]}>
      <Text component="summary" size="sm" c="dimmed">
        Details
      </Text>
      <dl className={classes["facts"]}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </details>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
