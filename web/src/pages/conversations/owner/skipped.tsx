import { Alert, Button, Stack, Text } from "@mantine/core";
import { Info } from "lucide-react";
import { useAction } from "../../../api/use-action.ts";
import { type Run, refreshAfterAction } from "../thread/run-cache.ts";
import { noteBeforeAnswer } from "./anyway.ts";

/** Says why a mail was skipped. If the mail names somebody whom an answer can go to, the owner can ask for one. */
export function Skipped({ run }: { run: Run }) {
  const answer = useAction("retryRun", refreshAfterAction(run.id, "The agent is working on the mail."));
  return (
    <Alert color="gray" icon={<Info size={17} aria-hidden />}>
      {run.may_retry ? (
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            {run.reason_text} {noteBeforeAnswer(run.reason)}
          </Text>
          <Button
            size="xs"
            variant="default"
            loading={answer.isPending}
            onClick={() => answer.mutate({ params: { id: run.id } })}
          >
            Answer anyway
          </Button>
        </Stack>
      ) : (
        run.reason_text
      )}
    </Alert>
  );
}
