import { Modal, Text } from "@mantine/core";
import { call } from "../../api/call.ts";
import { required } from "../../components/form/checks.ts";
import { PasswordField } from "../../components/form/credentials.tsx";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { tell } from "../../components/toast.ts";
import { endSessionHere } from "../../session/session.ts";

type Props = { opened: boolean; onClose: () => void };

export default function DeleteDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Delete your account?">
      <DeleteForm onCancel={onClose} />
    </Modal>
  );
}

function DeleteForm({ onCancel }: { onCancel: () => void }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { password: "" },
    validate: ({ password }) => ({ password: required(password, "your password") }),
    fieldOf: { wrong_password: "password" },
    send: (body) => call("deleteAccount", { body }),
    onDone: () => {
      tell("Your account is deleted. Its remaining mails will be gone within minutes.");
      endSessionHere();
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <Text size="sm" component="div">
        All of this will be deleted, in this order:
        <ol style={{ margin: "4px 0", paddingLeft: 20 }}>
          <li>your AI keys</li>
          <li>your agents; mail to their addresses will get no answer</li>
          <li>mails, drafts and answers</li>
          <li>usage and budgets</li>
          <li>your name, e-mail address and password</li>
        </ol>
        Export them first if you need them. Your provider keeps its own records of what it billed.
      </Text>
      <PasswordField form={form} label="Your password" data-autofocus />
      <DialogButtons
        submit="Delete account"
        cancel="Keep my account"
        onCancel={onCancel}
        pending={pending}
        color="red"
      />
    </Form>
  );
}
