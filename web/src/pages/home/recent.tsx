import { Anchor, Card, Group, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import type { Input } from "../../api/types.ts";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { RunBadge } from "../../components/state-badge.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";
import { sender, subjectOf } from "../conversations/sender.ts";
import classes from "./recent.module.css";

type Props = {
  title: string;
  query: Input<"listRuns">;
  /** Shown if the list is empty. */
  none: string;
};

/** The newest mails of one kind, each linked to its conversation. */
export function Recent({ title, query, none }: Props) {
  const runs = useApi("listRuns", query, { every: 10_000 });
  const state = query.query?.state;
  const all = state === undefined ? paths.conversations() : `${paths.conversations()}?state=${state}`;
  return (
    <Card component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{title}</Title>
        <Text size="sm">
          <TextLink href={all}>See all</TextLink>
        </Text>
      </Group>
      <Loaded query={runs}>
        {({ runs }) =>
          runs.length === 0 ? (
            <Text size="sm" c="dimmed">
              {none}
            </Text>
          ) : (
            <ul className={classes["rows"]}>
              {runs.map(({ id, from, subject, state, received_at }) => (
                <li key={id} className={classes["row"]}>
                  <RunBadge state={state} />
                  <Anchor component={Link} href={paths.conversation(id)} size="sm" truncate>
                    <bdi>{sender(from).name}</bdi>: <bdi>{subjectOf(subject)}</bdi>
                  </Anchor>
                  <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
                    <RelativeTime at={received_at} />
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
