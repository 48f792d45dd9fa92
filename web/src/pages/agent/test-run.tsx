import { Alert, Button, Group, Loader, Paper, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { refresh } from "../../api/query-client.ts";
import type { Answer } from "../../api/types.ts";
import { useApi } from "../../api/use-api.ts";
import { isMoving } from "../../components/is-moving.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Money, Tokens } from "../../components/numbers.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";

type Run = Answer<"getRun">;

/** Follows a test mail until its answer. */
export function TestRun({ id, onAgain }: { id: string; onAgain: () => void }) {
  const run = useApi(
    "getRun",
    { params: { id } },
    { every: (run) => (run === undefined || isMoving(run) ? 1_000 : false) },
  );
  const moving = run.data === undefined || isMoving(run.data);
  useEffect(() => {
    if (!moving) void refresh("listRuns", "getUsage");
  }, [moving]);
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => place.current?.focus(), []);
  return (
    <Stack gap="md">
      <div ref={place} tabIndex={-1} aria-live="polite" style={{ outline: "none" }}>
        <Loaded query={run}>{(run) => (moving ? <OnItsWay run={run} /> : <Outcome run={run} />)}</Loaded>
      </div>
      <Group justify="space-between">
        <TextLink href={paths.conversation(id)}>See the whole conversation</TextLink>
        <Button variant="default" onClick={onAgain}>
          Send another one
        </Button>
      </Group>
    </Stack>
  );
}

function OnItsWay({ run }: { run: Run }) {
  const last = run.timeline.at(-1);
  return (
    <Group gap="sm">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{last?.text ?? "The mail is on its way."}</Text>
    </Group>
  );
}

function Outcome({ run }: { run: Run }) {
  if (run.answer === null) {
    return (
      <Alert color="orange" title="There is no answer">
        {run.reason_text ?? "The mail got no answer."}
      </Alert>
    );
  }
  return (
    <Stack gap="xs">
      <Paper withBorder p="md" radius="md">
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {run.answer}
        </Text>
      </Paper>
      <Text size="sm" c="dimmed">
        {run.model_name}: <Tokens count={run.tokens_in} /> tokens in, <Tokens count={run.tokens_out} /> out,{" "}
        <Money usd={run.cost_usd} />
      </Text>
    </Stack>
  );
}
