import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Section } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import type { Webhook } from "../webhooks/webhook-badge.tsx";
import { DeliveryRow } from "./delivery-row.tsx";

const EVERY_MS = 5_000;
const DAYS_KEPT = 30;
const PAGE = 10;

/** What was sent in the last 30 days, newest first. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { id } = webhook;
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
  const log = useApi("listDeliveries", { params: { id }, query }, { every: EVERY_MS });
  return (
    <Section title="What was sent" text="Each event of the last 30 days, and what your program answered.">
      <Loaded query={log}>
        {({ deliveries, next_cursor }) =>
          deliveries.length === 0 ? (
            <Text size="sm">Nothing yet. Send a test event to see whether your program gets it.</Text>
          ) : (
            <>
              <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }} aria-label="Events">
                {deliveries.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
                ))}
              </Stack>
              <Group gap="xs" mt="md">
                <RedeliverFailed webhook={webhook} />
                {cursor !== undefined && (
                  <Button variant="default" onClick={() => setCursors(cursors.slice(0, -1))}>
                    Newer
                  </Button>
                )}
                {next_cursor !== null && (
                  <Button variant="default" onClick={() => setCursors([...cursors, next_cursor])}>
                    Older
                  </Button>
                )}
              </Group>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function RedeliverFailed({ webhook: { id, is_active } }: { webhook: Webhook }) {
  const redeliver = useAction("redeliverFailed", {
    refreshes: ["listDeliveries"],
    onDone: () => tell("What failed is on its way again, oldest first."),
  });
  const since = () => new Date(Date.now() - DAYS_KEPT * 86_400_000).toISOString();
  return (
    <Button
      variant="default"
      disabled={!is_active}
      loading={redeliver.isPending}
      onClick={() => redeliver.mutate({ params: { id }, body: { since: since() } })}
    >
      Deliver failed events again
    </Button>
  );
}
