import { Group, List, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { CopyButton } from "../../../components/copy-button.tsx";
import { OutLink } from "../../../components/text-link.tsx";
import { GUIDES } from "./guides.ts";

const CHOICES = GUIDES.map(({ id, name }) => ({ value: id, label: name }));

/** The steps for one provider, with the agent's address to copy. */
export default function Guide({ address }: { address: string }) {
  const [chosen, choose] = useState("gmail");
  const guide = GUIDES.find(({ id }) => id === chosen);
  if (guide === undefined) return null;
  return (
    <Stack gap="sm">
      <NativeSelect
        label="Where is your mailbox?"
        data={CHOICES}
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        maw={320}
      />
      <Group gap={4} wrap="nowrap">
        <Text size="sm" style={{ flexShrink: 0 }}>
          Forward to
        </Text>
        <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
          {address}
        </Text>
        <CopyButton value={address} what="the agent's address" />
      </Group>
      <List type="ordered" size="sm" spacing={6} maw={680} aria-label={`Steps for ${guide.name}`}>
        {guide.steps.map((step) => (
          <List.Item key={step}>{step.replaceAll("{address}", "the agent's address")}</List.Item>
        ))}
      </List>
      {guide.note !== undefined && (
        <Text size="sm" c="dimmed" maw={680}>
          {guide.note}
        </Text>
      )}
      {guide.help !== undefined && (
        <Text size="sm">
          <OutLink href={guide.help.href}>{guide.help.label}</OutLink>
        </Text>
      )}
    </Stack>
  );
}
