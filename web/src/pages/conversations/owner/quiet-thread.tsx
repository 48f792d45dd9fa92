import { Alert, Button, Group, Text } from "@mantine/core";
import { BellOff } from "lucide-react";
import { useAction } from "../../../api/use-action.ts";
import { type Run, refreshAfterAction } from "../thread/run-cache.ts";

const BECAUSE: Record<NonNullable<Run["thread_quiet"]>["because"], string> = {
  copy: "You answered in this thread from your own mailbox.",
  reply: "The customer answered a mail that is not the agent's, so you seem to have answered yourself.",
  asked: "You said that you answer in this thread yourself.",
};

/** Says that the agent keeps silent in a thread and why, with a button to change it. */
export function QuietThread({ run }: { run: Run }) {
  const quiet = useAction("quietRun", refreshAfterAction(run.id, "The agent keeps silent in this thread."));
  const lift = useAction("unquietRun", refreshAfterAction(run.id, "The agent answers in this thread again."));
  const params = { id: run.id };
  if (run.thread_id === null || run.is_test || run.state === "kept") return null;
  if (run.thread_quiet === null) {
    return (
      <Group px="lg" pt="xs">
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={quiet.isPending}
          onClick={() => quiet.mutate({ params })}
        >
          I answer in this thread myself
        </Button>
      </Group>
    );
  }
  return (
    <Alert
      color="gray"
      icon={<BellOff size={17} aria-hidden />}
      title="The agent keeps silent in this thread"
      mx="lg"
      mt="xs"
    >
      <Text size="sm" mb="xs">
        {BECAUSE[run.thread_quiet.because]} Later mails of the thread wait for you.
      </Text>
      <Button size="xs" variant="default" loading={lift.isPending} onClick={() => lift.mutate({ params })}>
        Let the agent answer here again
      </Button>
    </Alert>
  );
}
