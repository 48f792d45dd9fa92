import { Anchor, Card, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { paths } from "../../paths.ts";
import { HealthLine } from "./health-line.tsx";
import { type Webhook, WebhookBadge } from "./webhook-badge.tsx";

/** One webhook in the list: its name, where it leads, and whether it works. */
export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const { id, name, url, events } = webhook;
  return (
    <Card component="article" aria-label={name}>
      <Group gap="xs" wrap="nowrap" mb={4}>
        <WebhookBadge webhook={webhook} />
        <Anchor component={Link} href={paths.webhook(id)} fw={500} truncate title={name}>
          {name}
        </Anchor>
      </Group>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {url}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {events.length === 1 ? "1 kind of event" : `${events.length} kinds of events`}. <HealthLine webhook={webhook} />
      </Text>
    </Card>
  );
}
