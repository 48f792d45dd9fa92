import type { Answer } from "../../api/types.ts";
import { StateBadge } from "../../components/state-badge.tsx";

export type Webhook = Answer<"getWebhook">;

/** Whether events arrive, in one word. */
export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const { is_active, paused_reason, health } = webhook;
  if (paused_reason !== null) return <StateBadge label="Paused" color="red" />;
  if (!is_active) return <StateBadge label="Off" color="gray" />;
  if (health.failures > 0) return <StateBadge label="Failing" color="orange" />;
  if (health.last_success_at === null) return <StateBadge label="Not called yet" color="gray" />;
  return <StateBadge label="Working" color="green" />;
}
