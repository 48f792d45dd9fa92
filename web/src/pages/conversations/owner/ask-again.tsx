import { Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAction } from "../../../api/use-action.ts";
import { DialogButtons } from "../../../components/form/dialog-buttons.tsx";
import { refreshAfterAction } from "../thread/run-cache.ts";

const LONGEST = 1_000;

type Props = { id: string; opened: boolean; onClose: () => void; onAsked?: () => void };

/** Asks for another answer to the same mail, with a hint for the model. */
export default function AskAgain({ id, opened, onClose, onAsked }: Props) {
  const [hint, setHint] = useState("");
  const { onDone, onProblem } = refreshAfterAction(id, "The model is asked again.");
  const ask = useAction("regenerateRun", {
    onDone: (run) => {
      onDone(run);
      setHint("");
      onAsked?.();
      onClose();
    },
    onProblem: (problem) => {
      onClose();
      void onProblem(problem);
    },
  });
  const said = hint.trim();
  return (
    <Modal opened={opened} onClose={onClose} title="Ask for another answer">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ params: { id }, body: said === "" ? {} : { hint: said } });
        }}
      >
        <Stack gap="md">
          <Textarea
            label="What should be different? (optional)"
            placeholder="Shorter, and offer Thursday afternoon"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={LONGEST}
            value={hint}
            onChange={(event) => setHint(event.currentTarget.value)}
            data-autofocus
          />
          <Text size="sm" c="dimmed">
            This makes another call, and your provider charges for it. The new answer replaces this one and waits as a
            draft.
          </Text>
          <DialogButtons submit="Ask again" cancel="Keep this one" onCancel={onClose} pending={ask.isPending} />
        </Stack>
      </form>
    </Modal>
  );
}
