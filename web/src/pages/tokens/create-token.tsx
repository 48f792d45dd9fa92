import { Modal } from "@mantine/core";
import { useState } from "react";
import { CreateForm } from "./create-form.tsx";
import { ShownOnce } from "./shown-once.tsx";

type Props = { opened: boolean; onClose: () => void };

/** The form, and then the new token. It is in this dialog's memory alone and goes with it. */
export default function CreateToken({ opened, onClose }: Props) {
  const [token, setToken] = useState<string>();
  const close = () => {
    setToken(undefined);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      // A click beside the dialog must not lose the token.
      closeOnClickOutside={token === undefined}
      title={token === undefined ? "Create an API token" : "Copy the token now"}
    >
      {token === undefined ? (
        <CreateForm onCancel={close} onMade={setToken} />
      ) : (
        <ShownOnce token={token} onClose={close} />
      )}
    </Modal>
  );
}
