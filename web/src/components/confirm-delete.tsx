import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";

type Props = {
  opened: boolean;
  onClose: () => void;
  /** "Delete the agent Support?" */
  title: string;
  /** What goes, and what will stop working. */
  children: ReactNode;
  /** The verb on the red button. */
  action?: string;
  /** Something to be typed first, for what cannot be undone and is large. */
  typeToConfirm?: string;
  pending: boolean;
  onConfirm: () => void;
};

/** Asks before something goes for good. The button that keeps it has the focus. */
export function ConfirmDelete(props: Props) {
  const { opened, onClose, title, children, action = "Delete", typeToConfirm, pending, onConfirm } = props;
  const [typed, setTyped] = useState("");
  const form = useId();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <Stack gap="md">
          <Text size="sm" component="div">
            {children}
          </Text>
          {typeToConfirm !== undefined && (
            <TextInput
              label={`Type ${typeToConfirm} to confirm`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} data-autofocus>
              Keep it
            </Button>
            <Button
              color="red"
              type="submit"
              loading={pending}
              disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
