import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { CircleAlert, Hand, Info } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useAction } from "../../../api/use-action.ts";
import { later } from "../../../components/later.tsx";
import { type Run, refreshAfterAction } from "../thread/run-cache.ts";
import { BudgetWarnings } from "./budget-warnings.tsx";
import { ConfirmAddress } from "./confirm-address.tsx";
import { helpFor, isDoubt } from "./fixes.ts";
import { Skipped } from "./skipped.tsx";
import { Unblock } from "./unblock.tsx";

const AskAgain = later(() => import("./ask-again.tsx"));

const AreYouSure = later(() => import("../../../components/are-you-sure.tsx"));

const OPENS = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });

/** Says why a mail has no answer and offers the buttons that change it. It shows nothing if there is nothing to say. */
export function Outcome({ run }: { run: Run }) {
  if (run.state === "held") return <Held run={run} />;
  if (run.state === "skipped") return <Skipped run={run} />;
  if (run.reason_text === null || run.state === "replied") return <DeliveryProblem run={run} />;
  const isFailure = run.state === "failed";
  return (
    <Alert
      color={isFailure ? "red" : "gray"}
      icon={isFailure ? <CircleAlert size={17} aria-hidden /> : <Info size={17} aria-hidden />}
      title={run.state === "drafted" ? "The last try brought no new answer" : undefined}
    >
      {run.reason_text}
    </Alert>
  );
}

/** A reply that left and bounced, or that its recipient called spam. */
function DeliveryProblem({ run: { delivery } }: { run: Run }) {
  if (delivery !== "bounced" && delivery !== "complained") return null;
  return (
    <Alert color="orange" icon={<CircleAlert size={17} aria-hidden />}>
      {delivery === "bounced"
        ? "The reply could not be delivered."
        : "The receiver called the reply spam. The agent no longer answers them until you unblock them."}
    </Alert>
  );
}

function Held({ run }: { run: Run }) {
  const [asking, ask] = useState<"retry" | "drop" | "answer">();
  const { fix, note, retry: mayHelp, warning } = helpFor(run.reason);
  const retry = useAction("retryRun", refreshAfterAction(run.id, "The mail is being tried again."));
  const drop = useAction("dropRun", refreshAfterAction(run.id, "The mail gets no answer."));
  const again = () => retry.mutate({ params: { id: run.id } });
  const label = retryLabel(run);
  // The API refuses to ask again while an answer may have left.
  const mayAskAgain = run.answer !== null && run.reason !== "may_have_been_sent";
  return (
    <Alert
      color="orange"
      icon={<Hand size={17} aria-hidden />}
      title={run.opens_at === null ? "This mail waits for you" : "This mail waits for office hours"}
    >
      <Stack gap="sm">
        <Text size="sm">
          {run.reason_text}
          {run.opens_at !== null && ` They begin on ${OPENS.format(new Date(run.opens_at))}.`}
          {note !== undefined && ` ${note}`}
          {run.reason === "foreign_reply_to" && run.answer_to !== null && (
            <>
              {" "}
              It would go to <bdi>{run.answer_to}</bdi>.
            </>
          )}
          {!mayHelp && note === undefined && " To answer it, write from your own mail program."}
        </Text>
        <BudgetWarnings run={run} />
        <Group gap="xs">
          {fix === "unblock" && <Unblock run={run} onDone={again} />}
          {fix !== undefined && fix !== "unblock" && (
            <Button size="xs" component={Link} href={fix.href(run.agent_id)}>
              {fix.label}
            </Button>
          )}
          {run.reason === "no_ai_config" && <ConfirmAddress />}
          {mayHelp && fix !== "unblock" && (
            <Button
              size="xs"
              variant={fix === undefined ? "filled" : "default"}
              loading={retry.isPending}
              onClick={() => (warning === undefined ? again() : ask("retry"))}
            >
              {label}
            </Button>
          )}
          {mayAskAgain && (
            <Button size="xs" variant="default" onClick={() => ask("answer")}>
              Ask for another answer…
            </Button>
          )}
          <Button size="xs" variant="default" loading={drop.isPending} onClick={() => ask("drop")}>
            Leave it unanswered
          </Button>
        </Group>
      </Stack>
      <AreYouSure
        opened={asking === "retry"}
        onClose={() => ask(undefined)}
        title={`${label}?`}
        action={label}
        onConfirm={() => {
          ask(undefined);
          again();
        }}
      >
        {warning}
      </AreYouSure>
      <AskAgain id={run.id} opened={asking === "answer"} onClose={() => ask(undefined)} />
      <AreYouSure
        opened={asking === "drop"}
        onClose={() => ask(undefined)}
        title="Leave this mail unanswered?"
        action="Leave it unanswered"
        onConfirm={() => {
          ask(undefined);
          drop.mutate({ params: { id: run.id } });
        }}
      >
        It gets no answer and no longer waits for you. You can still read the mail here.
      </AreYouSure>
    </Alert>
  );
}

/** If an answer is stored, a retry sends that answer and does not ask the provider. */
function retryLabel({ answer, reason }: Run): string {
  if (answer === null && reason === "office_closed") return "Answer now";
  if (answer === null) return isDoubt(reason) ? "Answer anyway" : "Try again";
  return reason === "may_have_been_sent" || reason === "send_refused" ? "Send the answer again" : "Send the answer";
}
