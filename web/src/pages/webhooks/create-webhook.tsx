import { Modal } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import type { Answer } from "../../api/types.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { paths } from "../../paths.ts";
import { SecretShown } from "./secret-shown.tsx";
import { ALL_EVENTS, bodyOf, faultsOf, WebhookFields, type WebhookValues } from "./webhook-fields.tsx";

type Props = { opened: boolean; onClose: () => void };

/** Adds a webhook, and then shows its secret, which is never shown again. */
export default function CreateWebhook({ opened, onClose }: Props) {
  const [, navigate] = useLocation();
  const [created, setCreated] = useState<Answer<"createWebhook">>();
  const close = () => {
    onClose();
    if (created) navigate(paths.webhook(created.id));
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? "Copy the signing secret" : "Add a webhook"}
      // A click beside the dialog must not take away what is shown once.
      closeOnClickOutside={created === undefined}
    >
      {created ? (
        <SecretShown secret={created.secret} onDone={close} />
      ) : (
        <CreateForm onCancel={onClose} onCreated={setCreated} />
      )}
    </Modal>
  );
}

type FormProps = { onCancel: () => void; onCreated: (created: Answer<"createWebhook">) => void };

function CreateForm({ onCancel, onCreated }: FormProps) {
  const initialValues: WebhookValues = { name: "", url: "", events: ALL_EVENTS, agentIds: [] };
  const { form, submit, pending, problem } = useApiForm({
    initialValues,
    validate: faultsOf,
    send: (values) => call("createWebhook", { body: bodyOf(values) }),
    onDone: (created) => {
      void refresh("listWebhooks");
      onCreated(created);
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <WebhookFields form={form} />
      <DialogButtons submit="Add webhook" onCancel={onCancel} pending={pending} />
    </Form>
  );
}
