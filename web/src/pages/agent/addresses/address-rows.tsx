import { Group, Stack, Text } from "@mantine/core";
import type { Answer } from "../../../api/types.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { StateBadge } from "../../../components/state-badge.tsx";
import { AddressMenu } from "./address-menu.tsx";
import { dayOf } from "./day-of.ts";

export type Address = Answer<"listAddresses">["addresses"][number];

type Props = { agentId: string; addresses: Address[] };

export function AddressRows({ agentId, addresses }: Props) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {addresses.map((address) => (
        <Group component="li" key={address.address} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" miw={0}>
            <Text fw={500} style={{ overflowWrap: "anywhere" }}>
              {address.address}
            </Text>
            <CopyButton value={address.address} what={address.address} />
            <State address={address} />
          </Group>
          <AddressMenu agentId={agentId} address={address} />
        </Group>
      ))}
    </Stack>
  );
}

function State({ address: { is_primary, state, ends_at } }: { address: Address }) {
  if (is_primary) return <StateBadge label="Primary" color="teal" />;
  if (ends_at === null) return null;
  return state === "ended" ? (
    <StateBadge label={`Ended on ${dayOf(ends_at)}`} color="gray" />
  ) : (
    <StateBadge label={`Works until ${dayOf(ends_at)}`} color="orange" />
  );
}
