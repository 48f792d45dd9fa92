import { Button, Group, Modal, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { required } from "../../components/form/checks.ts";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import type { Agent } from "./agent-badge.tsx";
import { TestRun } from "./test-run.tsx";

type Props = { agent: Agent; opened: boolean; onClose: () => void };

/**
 * A mail from the owner to their own agent. It takes the full path of a mail, except that the answer is shown and not
 * sent.
 */
export default function TestMail({ agent, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={`Send ${agent.name} a test mail`}>
      <Test agent={agent} />
    </Modal>
  );
}

/** A separate component, so that its state resets each time the dialog opens. */
function Test({ agent }: { agent: Agent }) {
  const [runId, setRunId] = useState<string>();
  if (runId !== undefined) return <TestRun id={runId} onAgain={() => setRunId(undefined)} />;
  return <TestForm agent={agent} onSent={setRunId} />;
}

function TestForm({ agent, onSent }: { agent: Agent; onSent: (runId: string) => void }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { subject: "Test mail", text: "Hello! What can you help me with?" },
    validate: ({ subject, text }) => ({
      subject: required(subject, "a subject"),
      text: required(text, "a text"),
    }),
    send: (body) => call("sendTestMail", { params: { id: agent.id }, body }),
    onDone: ({ run_id }) => {
      void refresh("listRuns");
      onSent(run_id);
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <TextInput label="Subject" maxLength={200} key={form.key("subject")} {...form.getInputProps("subject")} />
      <Textarea
        label="Text"
        description="The answer appears here and is not mailed to anybody. Your key pays for it."
        autosize
        minRows={4}
        maxRows={12}
        maxLength={8_000}
        data-autofocus
        key={form.key("text")}
        {...form.getInputProps("text")}
      />
      <Group justify="flex-end">
        <Button type="submit" loading={pending}>
          Send test mail
        </Button>
      </Group>
    </Form>
  );
}
