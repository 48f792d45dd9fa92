import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  opened: boolean;
  onClose: () => void;
  /** "Delete the agent Support?" */
  title: string;
  /** What will be deleted or stop working, and any other consequence. */
  children: ReactNode;
  /** The label of the button that goes ahead. It is red if something is deleted. */
  action: string;
  deletes?: boolean;
  pending?: boolean;
  onConfirm: () => void;
};

/** Asks for confirmation before an action that cannot be undone. The cancel button has the focus. */
export default function AreYouSure(props: Props) {
  const { opened, onClose, title, children, action, deletes = false, pending = false, onConfirm } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        <Text size="sm" component="div">
          {children}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {deletes ? "Keep it" : "Not now"}
          </Button>
          <Button {...(deletes && { color: "red" })} loading={pending} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
