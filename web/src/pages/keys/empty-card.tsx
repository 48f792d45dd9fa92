import { Button, Card, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { PROVIDERS, type Provider } from "../../components/providers.ts";
import { OutLink } from "../../components/text-link.tsx";

const KeyDialog = later(() => import("./key-dialog.tsx"));

/** A provider without a key: where to get one, and the button that takes it. */
export function EmptyCard({ provider }: { provider: Provider }) {
  const [opened, { open, close }] = useDisclosure();
  const { name, keysPage } = PROVIDERS[provider];
  return (
    <Card component="section" aria-label={name}>
      <Title order={2}>{name}</Title>
      <Text size="sm" c="dimmed" mt={4} mb="md">
        No key yet. <OutLink href={keysPage}>Get one from {name}</OutLink>, then add it here.
      </Text>
      <Group mt="auto">
        <Button variant="default" onClick={open} aria-label={`Add key of ${name}`}>
          Add key
        </Button>
      </Group>
      <KeyDialog provider={provider} opened={opened} onClose={close} />
    </Card>
  );
}
