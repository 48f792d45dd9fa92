import { Modal, Select, Text } from "@mantine/core";
import { call } from "../../../api/call.ts";
import { refresh } from "../../../api/query-client.ts";
import { DialogButtons } from "../../../components/form/dialog-buttons.tsx";
import { Form } from "../../../components/form/form.tsx";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { tell } from "../../../components/toast.ts";
import { AddressField } from "./address-field.tsx";
import { CHANGED } from "./changed.ts";
import { daysOf, KEEPING } from "./keeping.ts";
import { REFUSED } from "./refused.ts";

type Props = { agentId: string; address: string; opened: boolean; onClose: () => void };

/** Also a change of name, and a new random address in place of one that gets too much spam. */
export default function ReplaceAddress({ opened, onClose, ...props }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Replace the address">
      <ReplaceForm onClose={onClose} {...props} />
    </Modal>
  );
}

function ReplaceForm({ agentId: id, address: old, onClose }: Omit<Props, "opened">) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { address: "", keep: "30" },
    send: ({ address, keep }) =>
      call("replaceAddress", {
        params: { id, address: old },
        body: { keepDays: daysOf(keep), ...(address.trim() !== "" && { address }) },
      }),
    fieldOf: REFUSED,
    onDone: () => {
      void refresh(...CHANGED);
      tell(`${old} is replaced.`);
      onClose();
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        A new address takes the place of {old}.
      </Text>
      <AddressField
        label="New address"
        description="The part before the @, such as support-bakery. Empty for a random one."
        data-autofocus
        key={form.key("address")}
        {...form.getInputProps("address")}
      />
      <Select
        label="The old address"
        data={KEEPING}
        allowDeselect={false}
        key={form.key("keep")}
        {...form.getInputProps("keep")}
      />
      <Text size="sm" c="dimmed">
        Mail that comes before the end is answered, also later. Mail that comes after it gets no answer: you do not see
        it, and whoever sent it is not told. Nobody else ever gets the old address.
      </Text>
      <DialogButtons submit="Replace address" onCancel={onClose} pending={pending} />
    </Form>
  );
}
