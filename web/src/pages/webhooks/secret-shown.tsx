import { Button, Code, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "../../components/copy-button.tsx";

type Props = { secret: string; children?: ReactNode; onDone: () => void };

/** A signing secret at the only time that it is shown. */
export function SecretShown({ secret, children, onDone }: Props) {
  return (
    <Stack gap="md">
      <Text size="sm">
        Your program needs this secret to tell our calls from anybody else's. Copy it now: it is shown only this once.
      </Text>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap", flex: 1 }}>
          {secret}
        </Code>
        <CopyButton value={secret} what="the secret" />
      </Group>
      {children}
      <Text size="sm" c="dimmed">
        Calls are signed by the Standard Webhooks specification, so its libraries check them in every language. Store
        the secret as you store a password.
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          I have copied it
        </Button>
      </Group>
    </Stack>
  );
}
