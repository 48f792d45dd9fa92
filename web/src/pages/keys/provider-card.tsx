import { Button, Card, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRef } from "react";
import { later } from "../../components/later.tsx";
import type { Config, ProviderFacts } from "../../components/providers.ts";
import { OutLink } from "../../components/text-link.tsx";
import { KeyButtons } from "./key-buttons.tsx";
import type { Cost } from "./key-facts.tsx";
import { StoredKey } from "./stored-key.tsx";

const KeyDialog = later(() => import("./key-dialog.tsx"));

type Props = { provider: ProviderFacts; config: Config | undefined; cost: Cost | undefined; isOnly: boolean };

/**
 * One provider: the stored key, or the way to add one. The button that adds a key stays in place, so that it keeps the
 * focus.
 */
export function ProviderCard({ provider, config, cost, isOnly }: Props) {
  const [taking, { open, close }] = useDisclosure();
  const take = useRef<HTMLButtonElement>(null);
  const { name } = provider;
  const verb = config === undefined ? "Add" : "Replace";
  return (
    <Card component="section" aria-label={name}>
      {config === undefined ? (
        <NoKey provider={provider} />
      ) : (
        <StoredKey config={config} cost={cost} isOnly={isOnly} onDeleted={() => take.current?.focus()} />
      )}
      <Group gap="xs" mt="auto" pt="md">
        <Button ref={take} variant="default" onClick={open} aria-label={`${verb} key of ${name}`}>
          {verb} key
        </Button>
        {config !== undefined && <KeyButtons config={config} />}
      </Group>
      <KeyDialog provider={provider} opened={taking} onClose={close} {...(config && { config })} />
    </Card>
  );
}

function NoKey({ provider: { name, keys_page } }: { provider: ProviderFacts }) {
  return (
    <>
      <Title order={2}>{name}</Title>
      <Text size="sm" c="dimmed" mt={4}>
        No key yet. <OutLink href={keys_page}>Get one from {name}</OutLink>, then add it here.
      </Text>
    </>
  );
}
