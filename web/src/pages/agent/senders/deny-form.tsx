import { Alert, Button, FileButton, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { refresh } from "../../../api/query-client.ts";
import { required } from "../../../components/form/checks.ts";
import { Form } from "../../../components/form/form.tsx";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { type DenyDone, denyAll } from "./deny-list.ts";

const MOST_SHOWN = 10;

/** Takes a list as it is pasted, or from a file, and says what of it was taken. */
export function DenyForm({ agentId }: { agentId: string }) {
  const [done, setDone] = useState<DenyDone>();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { senders: "" },
    validate: ({ senders }) => ({ senders: required(senders, "an address or a domain") }),
    send: ({ senders }) => denyAll(agentId, senders),
    onDone: (answer) => {
      void refresh("listDenied");
      setDone(answer);
      form.setFieldValue("senders", "");
    },
  });
  const readFile = async (file: File | null) => {
    if (file) form.setFieldValue("senders", await file.text());
  };
  return (
    <Form submit={submit} problem={problem}>
      <Textarea
        label="Deny these"
        description="Addresses, or domains with all their people, one per line or between commas: carol@spam.example, spam.example, *.spam.example for what lies below it. A list out of a mail program or a table works too."
        placeholder="spam.example"
        autosize
        minRows={2}
        maxRows={10}
        spellCheck={false}
        autoComplete="off"
        key={form.key("senders")}
        {...form.getInputProps("senders")}
      />
      <Group gap="xs">
        <Button type="submit" variant="default" loading={pending}>
          Deny
        </Button>
        <FileButton onChange={(file) => void readFile(file)} accept=".csv,.txt,text/csv,text/plain">
          {(props) => (
            <Button variant="subtle" {...props}>
              Read a file…
            </Button>
          )}
        </FileButton>
      </Group>
      {done !== undefined && <Done done={done} />}
    </Form>
  );
}

function Done({ done: { added, already, refused } }: { done: DenyDone }) {
  return (
    <Alert color={refused.length > 0 ? "orange" : "green"} role="status">
      <Stack gap={4}>
        <Text size="sm">
          {added === 1 ? "1 sender was added." : `${added.toLocaleString("en-US")} senders were added.`}
          {already > 0 && ` ${already.toLocaleString("en-US")} were on the list already.`}
        </Text>
        {refused.length > 0 && (
          <>
            <Text size="sm">These are no addresses or domains, and were left out:</Text>
            <List size="sm">
              {refused.slice(0, MOST_SHOWN).map(({ line, text, message }) => (
                <List.Item key={`${line} ${text}`} style={{ overflowWrap: "anywhere" }}>
                  Line {line}: <bdi>{text}</bdi> {message}.
                </List.Item>
              ))}
            </List>
            {refused.length > MOST_SHOWN && <Text size="sm">and {refused.length - MOST_SHOWN} more.</Text>}
          </>
        )}
      </Stack>
    </Alert>
  );
}
