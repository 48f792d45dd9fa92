import { Modal, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { SecretShown } from "../webhooks/secret-shown.tsx";
import type { Webhook } from "../webhooks/webhook-badge.tsx";

type Props = { webhook: Webhook; opened: boolean; onClose: () => void };

const OVERLAPS = [
  { value: "24", label: "for one more day" },
  { value: "168", label: "for one more week" },
  { value: "1", label: "for one more hour" },
  { value: "0", label: "no longer: somebody else may have it" },
];

export default function RotateSecret({ webhook, opened, onClose }: Props) {
  const [secret, setSecret] = useState<string>();
  const close = () => {
    onClose();
    setSecret(undefined);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={secret === undefined ? "Make a new signing secret" : "Copy the new secret"}
      closeOnClickOutside={secret === undefined}
    >
      {secret === undefined ? (
        <RotateForm id={webhook.id} onCancel={onClose} onMade={setSecret} />
      ) : (
        <SecretShown secret={secret} onDone={close} />
      )}
    </Modal>
  );
}

type FormProps = { id: string; onCancel: () => void; onMade: (secret: string) => void };

function RotateForm({ id, onCancel, onMade }: FormProps) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { overlap: "24" },
    send: ({ overlap }) => call("rotateWebhookSecret", { params: { id }, body: { overlapHours: Number(overlap) } }),
    onDone: ({ secret }) => {
      void refresh("getWebhook", "listWebhooks");
      onMade(secret);
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <Text size="sm">
        Calls are signed with both secrets for a while, so that you can replace the old one in your program without
        missing an event.
      </Text>
      <NativeSelect
        label="The old secret works"
        data={OVERLAPS}
        data-autofocus
        key={form.key("overlap")}
        {...form.getInputProps("overlap")}
      />
      <DialogButtons submit="Make a new secret" onCancel={onCancel} pending={pending} />
    </Form>
  );
}
