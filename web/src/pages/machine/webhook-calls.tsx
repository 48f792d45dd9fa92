import { Card, Code, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CopyButton } from "../../components/copy-button.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { readWebhookCalls } from "../../local/webhook-calls.ts";
import classes from "./outbox.module.css";

/** What this machine's own receiver of webhooks was sent, for somebody who has no program yet. */
export function WebhookCalls() {
  const { data: calls = [] } = useQuery({
    queryKey: ["webhook-calls"],
    queryFn: readWebhookCalls,
    refetchInterval: 3_000,
  });
  const address = `${window.location.origin}/_local/webhook`;
  return (
    <Card component="section" aria-label="Webhooks received here">
      <Title order={2} mb={4}>
        Webhooks received here
      </Title>
      <Text size="sm" c="dimmed" className={classes["line"]}>
        A webhook with the address {address} ends here. <CopyButton value={address} what="the address" />
      </Text>
      <Stack gap="sm" mt="sm">
        {calls.length === 0 && <Text size="sm">Nothing came yet.</Text>}
        {calls.map(({ at, id, body }) => (
          <div key={`${at} ${id}`}>
            <Text size="xs" c="dimmed" className={classes["line"]}>
              <RelativeTime at={at} />, {id}
            </Text>
            <Code block className={classes["text"]}>
              {body}
            </Code>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
