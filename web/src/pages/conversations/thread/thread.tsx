import { ActionIcon, Group, Stack, Text, Title } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Loaded } from "../../../components/loaded.tsx";
import { useHeading } from "../../../components/use-heading.ts";
import type { Row } from "../list/live-list.ts";
import { QuietThread } from "../owner/quiet-thread.tsx";
import { subjectOf } from "../sender.ts";
import { OutboxLink } from "./outbox-link.tsx";
import { type Run, useRun } from "./run-cache.ts";
import classes from "./thread.module.css";
import { Turn } from "./turn.tsx";

type Props = { id: string; agentName: (id: string) => string | undefined; onClose: () => void };

/** All mails of a thread with their answers, oldest first. `id` is the opened mail. */
export default function Thread({ id, agentName, onClose }: Props) {
  const run = useRun(id);
  return <Loaded query={run}>{(opened) => <Turns opened={opened} agentName={agentName} onClose={onClose} />}</Loaded>;
}

const MOST = 100;

function Turns({ opened, agentName, onClose }: Omit<Props, "id"> & { opened: Run }) {
  const thread_id = opened.thread_id ?? undefined;
  const thread = useApi(
    "listRuns",
    { query: { thread_id, limit: MOST } },
    { enabled: thread_id !== undefined, every: 5_000 },
  );
  const turns = oldestFirst(opened, thread.data?.runs ?? []);
  const [shown, setShown] = useState<Record<string, boolean>>({});
  const last = turns.at(-1)?.id;

  return (
    <Stack gap={0} className={classes["thread"]}>
      <Head subject={opened.subject} agent={agentName(opened.agent_id)} onClose={onClose} />
      <QuietThread run={opened} />
      {thread.data?.next_cursor != null && (
        <Text size="sm" c="dimmed" px="lg" py="xs">
          These are the newest {MOST} mails of a longer thread.
        </Text>
      )}
      {turns.map((row) => {
        const isShown = shown[row.id] ?? (row.id === opened.id || row.id === last);
        return (
          <Turn
            key={row.id}
            row={row}
            isShown={isShown}
            onToggle={() => setShown((before) => ({ ...before, [row.id]: !isShown }))}
            isOpened={row.id === opened.id && turns.length > 1}
          />
        );
      })}
    </Stack>
  );
}

/** The opened mail shows at once, even if its thread is longer than the part that is loaded. */
function oldestFirst(opened: Row, rows: Row[]): Row[] {
  const all = rows.some(({ id }) => id === opened.id) ? rows : [...rows, opened];
  return all.toSorted((one, other) => one.received_at.localeCompare(other.received_at));
}

function Head({ subject, agent, onClose }: { subject: string; agent: string | undefined; onClose: () => void }) {
  const title = subjectOf(subject);
  const heading = useHeading(title);
  return (
    <Group wrap="nowrap" gap="xs" align="flex-start" className={classes["head"]}>
      <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label="Back to the list">
        <ArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <div className={classes["grow"]}>
        <Title order={2} ref={heading} tabIndex={-1} className={classes["subject"]} title={title}>
          <bdi>{title}</bdi>
        </Title>
        <Text size="sm" c="dimmed" truncate title={agent}>
          {agent ?? "…"}
        </Text>
      </div>
      <OutboxLink />
    </Group>
  );
}
