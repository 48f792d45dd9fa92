import { Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { CopyButton } from "../../components/copy-button.tsx";

type Props = { token: string; onClose: () => void };

export function ShownOnce({ token, onClose }: Props) {
  return (
    <Stack gap="md">
      <Text size="sm">
        This is the only time that Latchkey shows it. Keep it where you keep passwords, and never in a web address or a
        file that others see.
      </Text>
      <TextInput
        label="The token"
        value={token}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: "monospace" } }}
        rightSection={<CopyButton value={token} what="the token" />}
      />
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
