import { Text } from "@mantine/core";
import { OutLink } from "../../../components/text-link.tsx";
import { useOnOneMachine } from "../../../local/on-one-machine.ts";

/** On one machine no mail leaves: what was sent lies in its outbox. */
export function OutboxLink() {
  if (!useOnOneMachine()) return null;
  return (
    <Text size="sm" style={{ flex: "none" }}>
      <OutLink href="/_local/outbox">Outbox</OutLink>
    </Text>
  );
}
