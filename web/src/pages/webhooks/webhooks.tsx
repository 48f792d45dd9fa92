import { Button, SimpleGrid } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useApi } from "../../api/use-api.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { later } from "../../components/later.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { WebhookCard } from "./webhook-card.tsx";

const CreateWebhook = later(() => import("./create-webhook.tsx"));

/** Where the owner's own programs are told of what happens. */
export default function Webhooks() {
  const webhooks = useApi("listWebhooks", {});
  const [creating, { open, close }] = useDisclosure();
  const create = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      Add webhook
    </Button>
  );
  return (
    <>
      <PageHeader title="Webhooks" actions={webhooks.data?.webhooks.length === 0 ? undefined : create}>
        A webhook tells a program of yours at once when something happens: a mail arrives, a draft waits, a reply is
        sent.
      </PageHeader>
      <Loaded query={webhooks}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <EmptyState Icon={WebhookIcon} title="No webhook yet" action={create}>
              You need one only if you or somebody for you writes a program. Everything that a webhook tells is also on
              these pages.
            </EmptyState>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
              {webhooks.map((webhook) => (
                <WebhookCard key={webhook.id} webhook={webhook} />
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
      <CreateWebhook opened={creating} onClose={close} />
    </>
  );
}
