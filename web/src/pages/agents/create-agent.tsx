import { Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { required } from "../../components/form/checks.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import { AddressField } from "../agent/addresses/address-field.tsx";
import { REFUSED } from "../agent/addresses/refused.ts";

type Props = { opened: boolean; onClose: () => void };

export default function CreateAgent({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Create an agent">
      <CreateForm onCancel={onClose} />
    </Modal>
  );
}

/** Only a name is required. Everything else has a default and can be changed on the agent's page. */
function CreateForm({ onCancel }: { onCancel: () => void }) {
  const [, navigate] = useLocation();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { name: "", address: "", type: "email_inbound" },
    validate: ({ name }) => ({ name: required(name, "a name") }),
    send: ({ name, address, type }) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const chosen = { name, ...(address.trim() !== "" && { address }) };
      return call("createAgent", {
        body: type === "email_digest" ? { ...chosen, type, timeZone } : { ...chosen, type: "email_inbound" },
      });
    },
    fieldOf: REFUSED,
    onDone: (agent) => {
      void refresh("listAgents");
      tell(`${agent.name} has the address ${agent.address}.`);
      navigate(paths.agent(agent.id));
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <TextInput
        label="Name"
        description="Its mails show this as the sender's name."
        placeholder="Support"
        maxLength={80}
        autoComplete="off"
        data-autofocus
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <AddressField
        label="Address"
        description="The part before the @, such as support-bakery. Leave it empty for a random one; you can change it later."
        key={form.key("address")}
        {...form.getInputProps("address")}
      />
      <Radio.Group label="What it does with a mail" key={form.key("type")} {...form.getInputProps("type")}>
        <Stack gap="xs" mt="xs">
          <Radio value="email_inbound" label="Answer it" description="At once, or as a draft for you to approve." />
          <Radio
            value="email_digest"
            label="Keep it for one summary a day"
            description="The summary is sent only to you. People who write get no answer."
          />
        </Stack>
      </Radio.Group>
      <DialogButtons submit="Create agent" onCancel={onCancel} pending={pending} />
    </Form>
  );
}
