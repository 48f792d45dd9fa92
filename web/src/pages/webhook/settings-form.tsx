import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import type { Webhook } from "../webhooks/webhook-badge.tsx";
import { bodyOf, faultsOf, WebhookFields, type WebhookValues } from "../webhooks/webhook-fields.tsx";

/** The same fields as for a new webhook. */
export function SettingsForm({ webhook: { id, name, url, events, agent_ids } }: { webhook: Webhook }) {
  const initialValues: WebhookValues = { name, url, events, agentIds: agent_ids ?? [] };
  const { form, submit, pending, problem } = useApiForm({
    initialValues,
    validate: faultsOf,
    send: (values) => call("patchWebhook", { params: { id }, body: bodyOf(values) }),
    onDone: (saved) => {
      void refresh("getWebhook", "listWebhooks");
      tell(`${saved.name} is saved.`);
    },
  });
  return (
    <FormSection title="Settings" save="Save settings" {...{ submit, pending, problem }}>
      <WebhookFields form={form} />
    </FormSection>
  );
}
