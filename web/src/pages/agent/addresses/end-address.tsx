import { Modal, Text } from "@mantine/core";
import { call } from "../../../api/call.ts";
import { refresh } from "../../../api/query-client.ts";
import { number } from "../../../components/form/checks.ts";
import { DialogButtons } from "../../../components/form/dialog-buttons.tsx";
import { Form } from "../../../components/form/form.tsx";
import { NumberField } from "../../../components/form/number-field.tsx";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { tell } from "../../../components/toast.ts";
import { CHANGED } from "./changed.ts";

/** The same bounds as the API's. */
const DAYS = { min: 1, max: 90 } as const;

type Props = { agentId: string; address: string; opened: boolean; onClose: () => void };

export default function EndAddress({ opened, onClose, ...props }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Let the address end">
      <EndForm onClose={onClose} {...props} />
    </Modal>
  );
}

function EndForm({ agentId: id, address, onClose }: Omit<Props, "opened">) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { endsInDays: 30 },
    validate: ({ endsInDays }) => ({ endsInDays: number(endsInDays, DAYS) }),
    send: ({ endsInDays }) =>
      call("patchAddress", { params: { id, address }, body: { endsInDays: Number(endsInDays) } }),
    onDone: () => {
      void refresh(...CHANGED);
      tell(`${address} will end.`);
      onClose();
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        Until then, mail to {address} is answered as before. Mail that comes after the end gets no answer: you do not
        see it, and whoever sent it is not told.
      </Text>
      <NumberField form={form} name="endsInDays" label="Days that it still works" />
      <DialogButtons submit="Let it end" onCancel={onClose} pending={pending} />
    </Form>
  );
}
