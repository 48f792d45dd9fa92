import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { SCOPE_NAMES, SCOPES } from "../../../../shared/tokens/scopes.ts";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { useApi } from "../../api/use-api.ts";
import { required } from "../../components/form/checks.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";

const DAYS = [
  { value: "7", label: "In a week" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
];
const DAY_MS = 24 * 60 * 60 * 1000;

type Values = { name: string; scopes: string[]; agentIds: string[]; days: string };
const NOTHING: Values = { name: "", scopes: [], agentIds: [], days: "90" };

type Props = { onCancel: () => void; onMade: (token: string) => void };

export function CreateForm({ onCancel, onMade }: Props) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: NOTHING,
    validate: ({ name, scopes }) => ({
      name: required(name, "a name"),
      ...(scopes.length === 0 && { scopes: "Choose what it may do." }),
    }),
    send: ({ name, scopes, agentIds, days }) =>
      call("createToken", {
        body: {
          name,
          scopes: SCOPE_NAMES.filter((scope) => scopes.includes(scope)),
          agentIds: agentIds.length > 0 ? agentIds : null,
          endsAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
        },
      }),
    onDone: ({ token }) => {
      void refresh("listTokens");
      onMade(token);
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <TextInput
        label="Name"
        description="The program that will use it."
        placeholder="Order script"
        maxLength={80}
        autoComplete="off"
        data-autofocus
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <Checkbox.Group label="What it may do" key={form.key("scopes")} {...form.getInputProps("scopes")}>
        <Stack gap="xs" mt="xs">
          {SCOPE_NAMES.map((scope) => (
            <Checkbox key={scope} value={scope} label={SCOPES[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <AgentChoice key={form.key("agentIds")} {...form.getInputProps("agentIds")} />
      <NativeSelect label="When it ends" data={DAYS} key={form.key("days")} {...form.getInputProps("days")} />
      <DialogButtons submit="Create token" onCancel={onCancel} pending={pending} />
    </Form>
  );
}

/** Takes what a form gives to an input. Nothing is shown to an owner without agents. */
function AgentChoice(input: object) {
  const agents = useApi("listAgents", {}).data?.agents ?? [];
  if (agents.length === 0) return null;
  return (
    <Checkbox.Group
      label="Only for these agents"
      description="Choose none for all of them, also those to come. A token for certain agents reaches no keys, domains or account."
      {...input}
    >
      <Stack gap="xs" mt="xs">
        {agents.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
