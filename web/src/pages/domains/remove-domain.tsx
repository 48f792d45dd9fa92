import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Trash2 } from "lucide-react";
import { useLocation } from "wouter";
import { refresh } from "../../api/query-client.ts";
import { useAction } from "../../api/use-action.ts";
import { later } from "../../components/later.tsx";
import { Section } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import type { Domain } from "./domain-state.tsx";

const AreYouSure = later(() => import("../../components/are-you-sure.tsx"));

export function RemoveDomain({ row: { domain, unicode } }: { row: Domain }) {
  const [opened, { open, close }] = useDisclosure();
  const [, navigate] = useLocation();
  const remove = useAction("removeDomain", {
    onDone: () => {
      void refresh("listDomains");
      tell(`${unicode} was removed.`);
      navigate(paths.domains());
    },
  });
  return (
    <Section title="Remove the domain" text="Addresses on it stop working here. Your DNS records stay as they are.">
      <Button color="red" variant="light" leftSection={<Trash2 size={16} aria-hidden />} onClick={open}>
        Remove domain
      </Button>
      <AreYouSure
        opened={opened}
        onClose={close}
        title={`Remove ${unicode}?`}
        action="Remove it"
        deletes
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ params: { domain } })}
      >
        No more answers leave from addresses on it, and no mail to them reaches your agents. To use the domain again,
        you prove it anew with a new record.
      </AreYouSure>
    </Section>
  );
}
