import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loading } from "../../components/loading.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { OutLink } from "../../components/text-link.tsx";
import { readOutbox } from "../../local/outbox.ts";
import classes from "./outbox.module.css";

/** Every mail that would have left: agents' answers, notices, and codes. */
export function Outbox() {
  const { data: mails } = useQuery({ queryKey: ["outbox"], queryFn: readOutbox, refetchInterval: 3_000 });
  if (mails === undefined) return <Loading />;
  if (mails.length === 0) {
    return (
      <EmptyState Icon={Send} title="The outbox is empty">
        Your agents' answers, notices and codes appear here, newest first.
      </EmptyState>
    );
  }
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>Outbox</Title>
        <Text size="sm">
          <OutLink href="/_local/outbox">As JSON</OutLink>
        </Text>
      </Group>
      <Stack gap="sm">
        {mails.map(({ key, from, to, subject, text, sentAt }) => (
          <Card key={key} padding="md">
            <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
              <Text fw={500} size="sm">
                {subject === "" ? "(no subject)" : subject}
              </Text>
              <Text size="xs" c="dimmed" flex="none">
                <RelativeTime at={sentAt} />
              </Text>
            </Group>
            <Text size="xs" c="dimmed" className={classes["line"]}>
              {from} to {to}
            </Text>
            <pre className={classes["text"]}>{text}</pre>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
