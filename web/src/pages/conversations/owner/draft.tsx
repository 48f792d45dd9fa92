import { Alert, Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { Info, Send } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../../api/use-action.ts";
import { later } from "../../../components/later.tsx";
import { type Run, refreshAfterAction } from "../thread/run-cache.ts";
import { useDraftText } from "./use-draft-text.ts";

const AskAgain = later(() => import("./ask-again.tsx"));

const AreYouSure = later(() => import("../../../components/are-you-sure.tsx"));

/** The API's limit. */
const LONGEST = 20_000;

type Props = { run: Run; draft: NonNullable<Run["draft"]> };

/** A drafted answer. Its owner can approve it unchanged, edit it, regenerate it, or drop it. */
export function Draft({ run, draft }: Props) {
  const { id } = run;
  const mine = useDraftText(id, draft.text);
  const [discarding, setDiscarding] = useState(false);
  const [askingAgain, setAskingAgain] = useState(false);
  const params = { id };
  const approve = useAction("approveRun", mine.forgetAfter(refreshAfterAction(id, "The answer is on its way.")));
  const save = useAction("editRun", mine.forgetAfter(refreshAfterAction(id, "The draft is saved.")));
  const discard = useAction(
    "dropRun",
    mine.forgetAfter(refreshAfterAction(id, "The draft is discarded. The mail gets no answer.")),
  );
  const isBusy = approve.isPending || save.isPending || discard.isPending;
  const text = mine.text.trim();

  return (
    <Stack gap={8} component="section" aria-label="Draft">
      <Title order={4} size="sm">
        Draft
      </Title>
      {run.draft_reason !== null && (
        <Alert color="gray" icon={<Info size={17} aria-hidden />}>
          {run.draft_reason}
        </Alert>
      )}
      <Textarea
        aria-label="The answer that will be sent"
        description={
          <>
            Goes to <bdi>{run.answer_to ?? "the sender"}</bdi> when you approve it.
            {draft.edited && " You have edited the model's text."}
            {run.answer_cut && !run.answer_broken && " The model hit its token limit, so the answer is cut off."}
            {run.answer_broken && " The model ran out of time, so the answer is cut off."}
          </>
        }
        autosize
        minRows={5}
        maxRows={24}
        maxLength={LONGEST}
        dir="auto"
        value={mine.text}
        onChange={(event) => mine.write(event.currentTarget.value)}
        error={text === "" ? "An empty answer cannot be sent." : undefined}
      />
      {mine.wasOvertaken && (
        <Alert color="blue" role="status">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">This draft was changed somewhere else while you were writing here.</Text>
            <Button size="xs" variant="default" onClick={mine.forget}>
              Show that text and discard mine
            </Button>
          </Stack>
        </Alert>
      )}
      <Group gap="xs">
        <Button
          leftSection={<Send size={15} aria-hidden />}
          loading={approve.isPending}
          disabled={text === "" || isBusy}
          // Sends the text that is shown, even if another window has saved a different text meanwhile.
          onClick={() => approve.mutate({ params, body: { text } })}
        >
          Approve and send
        </Button>
        {mine.isChanged && (
          <Button
            variant="default"
            loading={save.isPending}
            disabled={text === "" || isBusy}
            onClick={() => save.mutate({ params, body: { answer: text } })}
          >
            Save the draft
          </Button>
        )}
        <Button variant="default" disabled={isBusy} onClick={() => setAskingAgain(true)}>
          Ask again…
        </Button>
        <Button variant="subtle" color="red" disabled={isBusy} onClick={() => setDiscarding(true)}>
          Discard
        </Button>
      </Group>
      <AskAgain id={id} opened={askingAgain} onClose={() => setAskingAgain(false)} onAsked={mine.forget} />
      <AreYouSure
        opened={discarding}
        onClose={() => setDiscarding(false)}
        title="Discard this draft?"
        action="Discard the draft"
        onConfirm={() => {
          setDiscarding(false);
          discard.mutate({ params });
        }}
      >
        The mail gets no answer and no longer waits for you. You can still read the mail and the draft here.
      </AreYouSure>
    </Stack>
  );
}
