import { Button, Group, TextInput } from "@mantine/core";
import { call } from "../../../api/call.ts";
import { refresh } from "../../../api/query-client.ts";
import { email } from "../../../components/form/checks.ts";
import { Form } from "../../../components/form/form.tsx";
import { useApiForm } from "../../../components/form/use-api-form.ts";

/** Names a mailbox, to which Latchkey then writes a test mail. */
export function ConnectForm({ agentId }: { agentId: string }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { address: "" },
    validate: ({ address }) => ({ address: email(address) }),
    send: (body) => call("connectMailbox", { params: { id: agentId }, body }),
    onDone: () => {
      form.reset();
      void refresh("listMailboxes");
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <TextInput
        label="Test the connection"
        description="The address that your customers write to. Latchkey sends it one mail with a code, and watches whether it comes back through the agent."
        placeholder="support@your-company.com"
        type="email"
        autoComplete="off"
        maw={420}
        key={form.key("address")}
        {...form.getInputProps("address")}
      />
      <Group>
        <Button type="submit" variant="default" loading={pending}>
          Test this mailbox
        </Button>
      </Group>
    </Form>
  );
}
