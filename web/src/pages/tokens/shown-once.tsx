import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { CopyButton } from "../../components/copy-button.tsx";

type Props = { token: string; onClose: () => void };

export function ShownOnce({ token, onClose }: Props) {
  return (
    <Stack gap="md">
      <Text size="sm">
        This is the only time that Latchkey shows it. Keep it where you keep passwords, and never in a web address or a
        file that others see.
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} aria-label="The token">
          {token}
        </Code>
        <CopyButton value={token} what="the token" />
      </Group>
      <Text size="sm" c="dimmed" component="div">
        A program sends it as a header: <Code>Authorization: Bearer lk_…</Code>
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          I have copied it
        </Button>
      </Group>
    </Stack>
  );
}
