import { Stack } from "@mantine/core";
import { useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { SecretCard } from "./secret-card.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { WebhookHead } from "./webhook-head.tsx";

const EVERY_MS = 5_000;

/** One webhook: whether it works, what was sent, and its settings. */
export default function WebhookPage() {
  const { id = "" } = useParams<{ id: string }>();
  const webhook = useApi("getWebhook", { params: { id } }, { every: EVERY_MS });
  return (
    <Loaded query={webhook}>
      {(webhook) => (
        <Stack gap="md" key={webhook.id}>
          <WebhookHead webhook={webhook} />
          <DeliveryLog webhook={webhook} />
          <SettingsForm webhook={webhook} />
          <SecretCard webhook={webhook} />
        </Stack>
      )}
    </Loaded>
  );
}
