import { Group, Text } from "@mantine/core";
import { Paperclip } from "lucide-react";
import type { CSSProperties } from "react";
import { Link } from "wouter";
import { RelativeTime } from "../../../components/relative-time.tsx";
import { RunBadge, StateBadge } from "../../../components/state-badge.tsx";
import { sender, subjectOf } from "../sender.ts";
import classes from "./list.module.css";
import { type Conversation, needsOwner } from "./live-list.ts";

type Props = {
  conversation: Conversation;
  name: string;
  href: string;
  /** The agent that the mail was sent to. Unknown while the agents load, or after the agent was deleted. */
  agent: string | undefined;
  open: boolean;
  /** True for the only row that Tab reaches. The arrow keys move on from it. */
  isTabStop: boolean;
  position: { at: number; of: number };
  style: CSSProperties;
};

/** One conversation in the list. The whole row is a link, so that it can be opened in a new tab. */
export function Row({ conversation, name, href, agent, open, isTabStop, position, style }: Props) {
  const { lead, newest, ids } = conversation;
  return (
    <li className={classes["item"]} style={style} aria-posinset={position.at} aria-setsize={position.of}>
      <Link
        href={href}
        className={classes["row"]}
        data-name={name}
        data-needs-owner={needsOwner(lead)}
        aria-current={open ? "true" : undefined}
        tabIndex={isTabStop ? 0 : -1}
      >
        <Group gap={6} wrap="nowrap" justify="space-between">
          <Text size="sm" truncate className={classes["who"]}>
            <bdi>{sender(newest.from).name}</bdi>
            {ids.length > 1 && (
              <Text span inherit c="dimmed" fw={400}>
                {" "}
                {ids.length}
                <span className={classes["hidden"]}> mails</span>
              </Text>
            )}
          </Text>
          <Text size="xs" c="dimmed" className={classes["still"]}>
            <RelativeTime at={newest.received_at} />
          </Text>
        </Group>
        <Text size="sm" truncate className={classes["subject"]}>
          <bdi>{subjectOf(newest.subject)}</bdi>
        </Text>
        <Group gap={6} wrap="nowrap" justify="space-between">
          <Text size="xs" c="dimmed" truncate>
            {agent ?? "…"}
          </Text>
          <Group gap={6} wrap="nowrap" className={classes["still"]}>
            {newest.has_attachments && <Paperclip size={14} role="img" aria-label="Has attachments" />}
            {lead.is_test && lead.state !== "observed" && <StateBadge label="Test" color="teal" />}
            <RunBadge state={lead.state} />
          </Group>
        </Group>
      </Link>
    </li>
  );
}
