import { Group, Loader, Stack, Text, Title } from "@mantine/core";
import { CopyButton } from "../../../components/copy-button.tsx";
import { isMoving } from "../../../components/is-moving.ts";
import type { Run } from "./run-cache.ts";
import classes from "./thread.module.css";

/**
 * The stored answer, or a note that one is being made. It is plain text, because a model's output is not trusted as
 * markup.
 */
export function GivenAnswer({ run }: { run: Run }) {
  if (run.answer === null) {
    if (!isMoving(run)) return null;
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" type="dots" aria-hidden />
        <Text size="sm" c="dimmed">
          The answer is on its way.
        </Text>
      </Group>
    );
  }
  return (
    <Stack gap={6} component="section" aria-label="Answer">
      <Group justify="space-between">
        <Title order={4} size="sm">
          {titleOf(run)}
        </Title>
        <CopyButton value={run.answer} what="the answer" />
      </Group>
      <div className={classes["answer"]}>
        <Text size="sm" dir="auto" className={classes["words"]}>
          {run.answer}
        </Text>
      </div>
      {run.answer_cut && (
        <Text size="sm" c="dimmed">
          {run.answer_broken
            ? "The model ran out of time, so the answer is cut off. A lower token limit or a faster model would help."
            : "The model hit its token limit, so the answer is cut off. You can raise the limit in the key's settings."}
        </Text>
      )}
    </Stack>
  );
}

function titleOf({ state, is_test, is_note }: Run): string {
  if (is_note) return state === "replied" ? "Your note for closed hours" : "Your note for closed hours, not sent";
  if (state === "replied") return "Answer";
  if (is_test) return "Answer to the test, not sent";
  return isMoving({ state }) ? "Answer, on its way" : "Answer, not sent";
}
