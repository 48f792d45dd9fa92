import { Checkbox, Modal } from "@mantine/core";
import { call } from "../../../api/call.ts";
import { refresh } from "../../../api/query-client.ts";
import { DialogButtons } from "../../../components/form/dialog-buttons.tsx";
import { Form } from "../../../components/form/form.tsx";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { tell } from "../../../components/toast.ts";
import { AddressField } from "./address-field.tsx";
import { CHANGED } from "./changed.ts";
import { REFUSED } from "./refused.ts";

type Props = { agentId: string; opened: boolean; onClose: () => void };

export default function AddAddress({ agentId, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add an address">
      <AddForm agentId={agentId} onClose={onClose} />
    </Modal>
  );
}

function AddForm({ agentId: id, onClose }: Omit<Props, "opened">) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { address: "", isPrimary: false },
    send: ({ address, isPrimary }) =>
      call("addAddress", { params: { id }, body: { isPrimary, ...(address.trim() !== "" && { address }) } }),
    fieldOf: REFUSED,
    onDone: ({ addresses }) => {
      void refresh(...CHANGED);
      tell(`The agent has ${addresses.length} addresses now.`);
      onClose();
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <AddressField
        label="Address"
        description="The part before the @, such as support-bakery. Empty for a random one."
        data-autofocus
        key={form.key("address")}
        {...form.getInputProps("address")}
      />
      <Checkbox
        label="Make it the primary address"
        key={form.key("isPrimary")}
        {...form.getInputProps("isPrimary", { type: "checkbox" })}
      />
      <DialogButtons submit="Add address" onCancel={onClose} pending={pending} />
    </Form>
  );
}
