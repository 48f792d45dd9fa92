import { Badge, Button, Card, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { type Config, nameOf } from "../../components/providers.ts";
import { KeyBadge } from "../../components/state-badge.tsx";
import { type Cost, KeyFacts } from "./key-facts.tsx";
import { KeyMenu } from "./key-menu.tsx";
import { statusWords } from "./outcome.ts";

const DeleteKey = later(() => import("./delete-key.tsx"));

const SettingsDialog = later(() => import("./settings-dialog.tsx"));

const KeyDialog = later(() => import("./key-dialog.tsx"));

type Props = { config: Config; cost: Cost | undefined; isOnly: boolean };

/** A stored key: what is known of it, and what can be done with it. */
export function KeyCard({ config, cost, isOnly }: Props) {
  const [replacing, replace] = useDisclosure();
  const [setting, settings] = useDisclosure();
  const [deleting, remove] = useDisclosure();
  const { provider, status, is_default } = config;
  const name = nameOf(provider);
  const words = statusWords(config);
  return (
    <Card component="section" aria-label={name}>
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
        <KeyMenu config={config} canBecomeDefault={!is_default && !isOnly} onDelete={remove.open} />
      </Group>
      {words && (
        <Text size="sm" mb="sm">
          {words}
        </Text>
      )}
      <KeyFacts config={config} cost={cost} />
      <Group gap="xs" mt="auto" pt="md">
        <Button variant="default" onClick={replace.open} aria-label={`Replace key of ${name}`}>
          Replace key
        </Button>
        <Button variant="default" onClick={settings.open} aria-label={`Settings of ${name}`}>
          Settings
        </Button>
      </Group>
      <KeyDialog provider={provider} config={config} opened={replacing} onClose={replace.close} />
      <SettingsDialog config={config} opened={setting} onClose={settings.close} />
      <DeleteKey config={config} opened={deleting} onClose={remove.close} />
    </Card>
  );
}
