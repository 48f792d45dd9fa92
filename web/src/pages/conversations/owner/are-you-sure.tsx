import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What may come of it. */
  children: ReactNode;
  action: string;
  onConfirm: () => void;
};

/** Asks before what cannot be taken back, though nothing is deleted by it. The button that does nothing has the focus. */
export function AreYouSure({ opened, onClose, title, children, action, onConfirm }: Props) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="md">
        <Text size="sm">{children}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Not now
          </Button>
          <Button onClick={confirm}>{action}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
