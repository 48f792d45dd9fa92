import {
  Alert,
  Button,
  Card,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import * as checks from "../../components/form/checks.ts";
import { FormProblem } from "../../components/form/form-problem.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { handIn, runOf } from "../../local/outbox.ts";
import { paths } from "../../paths.ts";

/** Sends a mail to an agent as if a stranger's mail server had delivered it. */
export function HandIn() {
  const agents = useApi("listAgents", {});
  if (agents.data === undefined) return null;
  const addresses = agents.data.agents.map(({ name, address }) => ({ label: `${name} (${address})`, value: address }));
  return (
    <Card component="section">
      <Title order={2} mb={4}>
        Hand in a mail
      </Title>
      {addresses.length === 0 ? (
        <Text size="sm" c="dimmed">
          There is no agent to write to yet. <TextLink href={paths.agents()}>Create one</TextLink>.
        </Text>
      ) : (
        <MailForm addresses={addresses} />
      )}
    </Card>
  );
}

function MailForm({ addresses }: { addresses: { label: string; value: string }[] }) {
  const [messageId, setMessageId] = useState<string>();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      to: addresses[0]?.value ?? "",
      from: "carol@customer.example",
      subject: "A question",
      text: "Hello,\n\nwhen are you open?\n\nCarol",
    },
    validate: ({ from, subject, text }) => ({
      from: checks.email(from),
      subject: checks.required(subject, "a subject"),
      text: checks.required(text, "a text"),
    }),
    send: handIn,
    onDone: setMessageId,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          It passes all sender checks. You can also send mail from any mail program by SMTP, at port 2525 unless you
          chose another.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <NativeSelect label="To" data={addresses} key={form.key("to")} {...form.getInputProps("to")} />
          <TextInput label="From" type="email" key={form.key("from")} {...form.getInputProps("from")} />
        </SimpleGrid>
        <TextInput label="Subject" key={form.key("subject")} {...form.getInputProps("subject")} />
        <Textarea label="Text" autosize minRows={4} key={form.key("text")} {...form.getInputProps("text")} />
        <Group>
          <Button type="submit" loading={pending}>
            Hand in
          </Button>
        </Group>
        <FormProblem problem={problem} />
        {messageId !== undefined && <HandedInMail messageId={messageId} />}
      </Stack>
    </form>
  );
}

function HandedInMail({ messageId }: { messageId: string }) {
  const { data: run = null } = useQuery({
    queryKey: ["run-of-mail", messageId],
    queryFn: () => runOf(messageId),
    refetchInterval: ({ state }) => (state.data ? false : 1_000),
  });
  return (
    <Alert color="blue" role="status">
      {run === null ? (
        "The mail has arrived. It is on its way to the agent."
      ) : (
        <>
          The agent has the mail. <TextLink href={paths.conversation(run)}>See its conversation</TextLink>.
        </>
      )}
    </Alert>
  );
}
