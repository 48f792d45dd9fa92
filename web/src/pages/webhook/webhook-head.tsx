import { Alert, Button, Card, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Pause, Play, Send, Trash2 } from "lucide-react";
import { useAction } from "../../api/use-action.ts";
import { later } from "../../components/later.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { tell } from "../../components/toast.ts";
import { HealthLine } from "../webhooks/health-line.tsx";
import { type Webhook, WebhookBadge } from "../webhooks/webhook-badge.tsx";

const DeleteWebhook = later(() => import("./delete-webhook.tsx"));

export function WebhookHead({ webhook }: { webhook: Webhook }) {
  const { id, name, url } = webhook;
  const [deleting, remove] = useDisclosure();
  const test = useAction("testWebhook", {
    refreshes: ["listDeliveries"],
    onDone: () => tell("A test event is on its way. The log shows what comes of it."),
  });
  return (
    <div>
      <PageHeader
        title={name}
        actions={
          <>
            <Switch webhook={webhook} />
            <Button variant="default" leftSection={<Trash2 size={16} aria-hidden />} onClick={remove.open}>
              Delete
            </Button>
            <Button
              leftSection={<Send size={16} aria-hidden />}
              loading={test.isPending}
              onClick={() => test.mutate({ params: { id } })}
            >
              Send a test event
            </Button>
          </>
        }
      />
      <WhyPaused webhook={webhook} />
      <Card>
        <Group gap="xs">
          <WebhookBadge webhook={webhook} />
          <Text fw={500} style={{ overflowWrap: "anywhere" }}>
            {url}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" mt={4}>
          <HealthLine webhook={webhook} />
        </Text>
      </Card>
      <DeleteWebhook webhook={webhook} opened={deleting} onClose={remove.close} />
    </div>
  );
}

function Switch({ webhook: { id, is_active } }: { webhook: Webhook }) {
  const change = useAction("patchWebhook", {
    refreshes: ["getWebhook", "listWebhooks"],
    onDone: ({ is_active }) => tell(is_active ? "The webhook is on." : "The webhook is off. Nothing is sent to it."),
  });
  return (
    <Button
      variant="default"
      leftSection={is_active ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      loading={change.isPending}
      onClick={() => change.mutate({ params: { id }, body: { isActive: !is_active } })}
    >
      {is_active ? "Switch off" : "Switch on"}
    </Button>
  );
}

/** Says why Latchkey calls it no more, and what to do. */
function WhyPaused({ webhook: { paused_reason } }: { webhook: Webhook }) {
  if (paused_reason === null) return null;
  return (
    <Alert color="red" mb="md" title="Paused by Latchkey">
      {paused_reason === "gone"
        ? "Your program answered that it is gone for good (410)."
        : "No call succeeded for a day."}{" "}
      Events are kept in the log. Mend your program, switch the webhook on, and deliver again what failed.
    </Alert>
  );
}
