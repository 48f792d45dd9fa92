import { Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { ChevronDown, ChevronRight, Paperclip } from "lucide-react";
import { useEffect, useRef } from "react";
import { Loaded } from "../../../components/loaded.tsx";
import { RelativeTime } from "../../../components/relative-time.tsx";
import { RunBadge, StateBadge } from "../../../components/state-badge.tsx";
import type { Row } from "../list/live-list.ts";
import { Mail } from "../mail/mail.tsx";
import { DenySender } from "../owner/deny-sender.tsx";
import { Draft } from "../owner/draft.tsx";
import { Outcome } from "../owner/outcome.tsx";
import { sender } from "../sender.ts";
import { GivenAnswer } from "./given-answer.tsx";
import { Happened } from "./happened.tsx";
import { type Run, useRun } from "./run-cache.ts";
import classes from "./thread.module.css";

type Props = {
  row: Row;
  isShown: boolean;
  onToggle: () => void /** Scroll to this mail, if it is one of several. */;
  isOpened: boolean;
};

/** One mail of a thread and its outcome. It is a single line until it is opened. */
export function Turn({ row, isShown, onToggle, isOpened }: Props) {
  const place = useRef<HTMLElement>(null);
  const { name, address } = sender(row.from);
  useEffect(() => {
    if (isOpened) place.current?.scrollIntoView({ block: "nearest" });
  }, [isOpened]);
  const Chevron = isShown ? ChevronDown : ChevronRight;
  return (
    <article ref={place} className={classes["turn"]}>
      <Title order={3} className={classes["bar"]}>
        <UnstyledButton className={classes["toggle"]} onClick={onToggle} aria-expanded={isShown}>
          <Chevron size={16} aria-hidden className={classes["still"]} />
          <span className={classes["from"]}>
            <Text span size="sm" fw={600}>
              <bdi>{name}</bdi>
            </Text>
            {address !== "" && address !== name && (
              <Text span size="sm" c="dimmed" fw={400}>
                {" "}
                <bdi>{address}</bdi>
              </Text>
            )}
          </span>
          <Group gap={8} wrap="nowrap" className={classes["still"]}>
            {row.has_attachments && <Paperclip size={14} role="img" aria-label="Has attachments" />}
            {row.is_test && row.state !== "observed" && <StateBadge label="Test" color="teal" />}
            <RunBadge state={row.state} />
            <Text span size="xs" c="dimmed" fw={400} className={classes["when"]}>
              <RelativeTime at={row.received_at} />
            </Text>
          </Group>
        </UnstyledButton>
      </Title>
      {isShown && <Opened id={row.id} />}
    </article>
  );
}

function Opened({ id }: { id: string }) {
  const query = useRun(id);
  return <Loaded query={query}>{(run) => <Parts run={run} />}</Loaded>;
}

function Parts({ run }: { run: Run }) {
  return (
    <Stack gap="md" className={classes["parts"]}>
      <Outcome run={run} />
      {!run.is_note && <Mail run={run} />}
      {run.draft === null ? <GivenAnswer run={run} /> : <Draft run={run} draft={run.draft} />}
      <Happened run={run} />
      <DenySender run={run} />
    </Stack>
  );
}
