import { Modal, TextInput } from "@mantine/core";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { required } from "../../components/form/checks.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { paths } from "../../paths.ts";

type Props = { opened: boolean; onClose: () => void };

export default function AddDomain({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a domain">
      <AddForm onCancel={onClose} />
    </Modal>
  );
}

function AddForm({ onCancel }: { onCancel: () => void }) {
  const [, navigate] = useLocation();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { domain: "" },
    validate: ({ domain }) => ({ domain: required(domain, "a domain") }),
    send: ({ domain }) => call("claimDomain", { body: { domain } }),
    onDone: ({ domain }) => {
      void refresh("listDomains");
      navigate(paths.domain(domain));
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <TextInput
        label="Domain"
        description="What stands behind the @ of your addresses. Nothing changes until you set records for it."
        placeholder="your-bakery.example"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        key={form.key("domain")}
        {...form.getInputProps("domain")}
      />
      <DialogButtons submit="Add the domain" onCancel={onCancel} pending={pending} />
    </Form>
  );
}
