import { Text } from "@mantine/core";
import { TextLink } from "../../../components/text-link.tsx";
import { useOnOneMachine } from "../../../local/on-one-machine.ts";
import { paths } from "../../../paths.ts";

/** On one machine no mail leaves, so a sent reply is in the outbox. */
export function OutboxLink() {
  if (!useOnOneMachine()) return null;
  return (
    <Text size="sm" style={{ flex: "none" }}>
      <TextLink href={paths.machine()}>Outbox</TextLink>
    </Text>
  );
}
