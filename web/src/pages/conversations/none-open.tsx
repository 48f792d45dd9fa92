import { Group, Kbd, Stack, Text } from "@mantine/core";
import { MessagesSquare } from "lucide-react";

const KEYS: { keys: string[]; does: string }[] = [
  { keys: ["j", "k"], does: "next and previous" },
  { keys: ["Enter"], does: "open" },
  { keys: ["Esc"], does: "back to the list" },
  { keys: ["/"], does: "search" },
];

/** Shown beside the list while no conversation is open. */
export function NoneOpen() {
  return (
    <Stack align="center" justify="center" h="100%" gap="md" p="xl">
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden color="var(--mantine-color-dimmed)" />
      <Text c="dimmed" size="sm">
        Choose a conversation to read it.
      </Text>
      <Group gap="md" justify="center">
        {KEYS.map(({ keys, does }) => (
          <Text key={does} size="xs" c="dimmed" component="div">
            {keys.map((key) => (
              <Kbd key={key} size="xs" mr={4}>
                {key}
              </Kbd>
            ))}
            {does}
          </Text>
        ))}
      </Group>
    </Stack>
  );
}
