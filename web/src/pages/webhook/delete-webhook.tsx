import { useLocation } from "wouter";
import { useAction } from "../../api/use-action.ts";
import AreYouSure from "../../components/are-you-sure.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import type { Webhook } from "../webhooks/webhook-badge.tsx";

type Props = { webhook: Webhook; opened: boolean; onClose: () => void };

export default function DeleteWebhook({ webhook, opened, onClose }: Props) {
  const [, navigate] = useLocation();
  const remove = useAction("deleteWebhook", {
    refreshes: ["listWebhooks"],
    onDone: () => {
      tell(`${webhook.name} is deleted.`);
      navigate(paths.webhooks());
    },
  });
  return (
    <AreYouSure
      deletes
      opened={opened}
      onClose={onClose}
      title={`Delete ${webhook.name}?`}
      action="Delete webhook"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { id: webhook.id } })}
    >
      Nothing more is sent to it, not even what waits to be tried again. Its log and its secret are deleted.
    </AreYouSure>
  );
}
