import { Alert, Button, Stack, Text } from "@mantine/core";
import { MailWarning } from "lucide-react";
import type { Answer } from "../../../api/types.ts";
import { useAction } from "../../../api/use-action.ts";
import { tell } from "../../../components/toast.ts";

const WHY = {
  bounced: "could not be delivered",
  complained: "was marked as spam",
} as const;

/** Says that the mails about what waits were stopped, and starts them again. It shows nothing otherwise. */
export function RemindersStopped({ reminders: { stopped } }: { reminders: Answer<"getReminders"> }) {
  const start = useAction("patchReminders", {
    refreshes: ["getReminders"],
    onDone: () => tell("You are told by mail again."),
  });
  if (stopped === null) return null;
  return (
    <Alert
      color="orange"
      icon={<MailWarning size={17} aria-hidden />}
      title="You are no longer told by mail that something waits"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          A mail to <bdi>{stopped.address}</bdi> {WHY[stopped.reason]}, so Latchkey stopped these mails. Look whether
          the mailbox works, and start them again.
        </Text>
        <Button size="xs" variant="default" loading={start.isPending} onClick={() => start.mutate({ body: {} })}>
          Start again
        </Button>
      </Stack>
    </Alert>
  );
}
