import { Badge, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { type Config, useProviders } from "../../components/providers.ts";
import { KeyBadge } from "../../components/state-badge.tsx";
import { OutLink } from "../../components/text-link.tsx";
import { type Cost, KeyFacts } from "./key-facts.tsx";
import { KeyMenu } from "./key-menu.tsx";

import { ModelEnd } from "./model-end.tsx";
import { mendPage, statusWords } from "./outcome.ts";

const DeleteKey = later(() => import("./delete-key.tsx"));

type Props = { config: Config; cost: Cost | undefined; isOnly: boolean; onDeleted: () => void };

/** The details of a key, and rare actions on it. */
export function StoredKey({ config, cost, isOnly, onDeleted }: Props) {
  const [deleting, { open, close }] = useDisclosure();
  const { provider, status, is_default } = config;
  const facts = useProviders().data?.providers.find(({ id }) => id === provider);
  const name = facts?.name ?? provider;
  const words = statusWords(config, name);
  const page = mendPage(config, facts);
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <Group gap="xs">
          <Title order={2}>{name}</Title>
          <KeyBadge status={status} />
          {is_default && (
            <Badge color="ink" tt="none" fw={500}>
              Default
            </Badge>
          )}
        </Group>
        <KeyMenu config={config} canBecomeDefault={!is_default && !isOnly} onDelete={open} />
      </Group>
      {words && (
        <Text size="sm" mb="sm">
          {words} {page && <OutLink href={page}>Go to {name}</OutLink>}
        </Text>
      )}
      <ModelEnd config={config} />
      <KeyFacts config={config} cost={cost} />
      <DeleteKey config={config} opened={deleting} onClose={close} onDeleted={onDeleted} />
    </>
  );
}
