import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { call } from "../../api/call.ts";
import { required } from "../../components/form/checks.ts";
import { FormProblem } from "../../components/form/form-problem.tsx";
import { PasswordInput } from "../../components/form/password-input.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { Section } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import { endHere } from "../../session/session.ts";

export function DeleteAccount() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title="Delete account" text="Deletes all that Latchkey keeps of you. It cannot be undone.">
      <Button color="red" variant="outline" onClick={open}>
        Delete account
      </Button>
      <Modal opened={opened} onClose={close} title="Delete your account?" closeButtonProps={{ "aria-label": "Close" }}>
        <DeleteForm onCancel={close} />
      </Modal>
    </Section>
  );
}

function DeleteForm({ onCancel }: { onCancel: () => void }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { password: "" },
    validate: ({ password }) => ({ password: required(password, "your password") }),
    fieldOf: { wrong_password: "password" },
    send: (body) => call("deleteAccount", { body }),
    onDone: () => {
      tell("Your account is deleted. The rest of its mails goes within minutes.");
      endHere();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem problem={problem} />
        <Text size="sm" component="div">
          In this order, all of these go:
          <ol style={{ margin: "4px 0", paddingLeft: 20 }}>
            <li>your AI keys</li>
            <li>your agents; mail to their addresses gets no answer any more</li>
            <li>mails, drafts and answers</li>
            <li>usage and budgets</li>
            <li>your name, e-mail address and password</li>
          </ol>
          Export them first if you need them. What a provider has billed stays with the provider.
        </Text>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Keep my account
          </Button>
          <Button type="submit" color="red" loading={pending}>
            Delete account
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
