import { Button, Card, Group, List, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Answer } from "../../../api/types.ts";
import { useAction } from "../../../api/use-action.ts";
import { later } from "../../../components/later.tsx";
import { RelativeTime } from "../../../components/relative-time.tsx";
import { StateBadge } from "../../../components/state-badge.tsx";
import { tell } from "../../../components/toast.ts";
import { MailboxDetails } from "./mailbox-details.tsx";

const AreYouSure = later(() => import("../../../components/are-you-sure.tsx"));

export type Mailbox = Answer<"listMailboxes">["mailboxes"][number];

const STATES: Record<Mailbox["state"], { label: string; color: string }> = {
  waiting: { label: "Waiting for the test mail", color: "blue" },
  connected: { label: "Connected", color: "green" },
  changed: { label: "Came back changed", color: "orange" },
  not_arrived: { label: "Has not come back", color: "orange" },
  disconnected: { label: "Disconnected", color: "red" },
};

/** One mailbox: how its test ended, what follows from that, and what to do. */
export function MailboxCard({ mailbox }: { mailbox: Mailbox }) {
  const { id: mailboxId, agent_id: id, address, state, title, tested_at } = mailbox;
  const [removing, remove] = useDisclosure();
  const refreshes = ["listMailboxes"] as const;
  const test = useAction("testMailbox", {
    refreshes: [...refreshes],
    onDone: () => tell("A test mail is on its way."),
  });
  const disconnect = useAction("disconnectMailbox", { refreshes: [...refreshes], onDone: remove.close });
  const params = { id, mailbox: mailboxId };
  return (
    <Card withBorder component="article" aria-label={address} padding="sm">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Text fw={500} style={{ overflowWrap: "anywhere" }}>
            {address}
          </Text>
          <StateBadge {...STATES[state]} />
        </Group>
        <Text size="sm" aria-live="polite">
          {title}
        </Text>
        <Sentences label="The agent answers" sentences={mailbox.answered} />
        <Sentences label="These wait for you" sentences={mailbox.held} />
        <Sentences label="What to do" sentences={mailbox.advice} />
        <MailboxDetails mailbox={mailbox} />
        <Group gap="xs">
          <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate({ params })}>
            Test again
          </Button>
          <Button size="xs" variant="default" onClick={remove.open}>
            Remove
          </Button>
          <Text size="xs" c="dimmed">
            Tested <RelativeTime at={tested_at} />
          </Text>
        </Group>
      </Stack>
      <AreYouSure
        opened={removing}
        onClose={remove.close}
        title={`Remove ${address}?`}
        action="Remove"
        deletes
        pending={disconnect.isPending}
        onConfirm={() => disconnect.mutate({ params })}
      >
        Latchkey forgets the mailbox. Also turn off forwarding there, or its mails still come.
      </AreYouSure>
    </Card>
  );
}

function Sentences({ label, sentences }: { label: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <List size="sm" maw={680} aria-label={label}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  );
}
