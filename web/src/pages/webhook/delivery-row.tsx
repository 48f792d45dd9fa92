import { Button, Code, Group, Text } from "@mantine/core";
import type { Answer } from "../../api/types.ts";
import { useAction } from "../../api/use-action.ts";
import { RelativeTime } from "../../components/relative-time.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import { tell } from "../../components/toast.ts";
import type { Webhook } from "../webhooks/webhook-badge.tsx";
import classes from "./delivery-row.module.css";

type Delivery = Answer<"listDeliveries">["deliveries"][number];
type Attempt = Delivery["attempts"][number];

const STATES = {
  delivered: { label: "Delivered", color: "green" },
  waiting: { label: "Waiting", color: "orange" },
  failed: { label: "Failed", color: "red" },
} as const;

/** One event with its calls. The receiver's answer is text and is never rendered. */
export function DeliveryRow({ delivery, webhook }: { delivery: Delivery; webhook: Webhook }) {
  const { type, state, attempts, next_at, created_at, body, event_id } = delivery;
  const last = attempts.at(-1);
  return (
    <li className={classes["row"]}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <StateBadge {...STATES[state]} />
          <Text size="sm" fw={500}>
            {type}
          </Text>
          <Text size="sm" c="dimmed">
            <RelativeTime at={created_at} />
          </Text>
        </Group>
        <Redeliver delivery={delivery} webhook={webhook} />
      </Group>
      {state !== "delivered" && last && <Text size="sm">{whatCame(last)}</Text>}
      {next_at !== null && last && (
        <Text size="sm" c="dimmed">
          Tried again <RelativeTime at={next_at} />.
        </Text>
      )}
      <details className={classes["details"]}>
        <summary>Details</summary>
        <Text size="sm" c="dimmed">
          webhook-id: {event_id}
        </Text>
        <Code block className={classes["text"]}>
          {body}
        </Code>
        <ol className={classes["calls"]}>
          {attempts.map((attempt) => (
            <li key={attempt.at}>
              <Text size="sm">
                <RelativeTime at={attempt.at} />: {whatCame(attempt)} {attempt.ms} ms.
              </Text>
              {attempt.answer !== "" && (
                <Code block className={classes["text"]}>
                  {attempt.answer}
                </Code>
              )}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function whatCame({ status, failure_text }: Attempt): string {
  const answered = status === null ? "" : `The answer was ${status}. `;
  return `${answered}${failure_text ?? ""}`.trim();
}

function Redeliver({ delivery, webhook }: { delivery: Delivery; webhook: Webhook }) {
  const again = useAction("redeliver", {
    refreshes: ["listDeliveries"],
    onDone: () => tell("The event is on its way again."),
  });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={!webhook.is_active}
      loading={again.isPending}
      aria-label={`Deliver again: ${delivery.type}`}
      onClick={() => again.mutate({ params: { id: webhook.id, delivery: delivery.id } })}
    >
      Deliver again
    </Button>
  );
}
