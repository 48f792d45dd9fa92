import { Anchor, Card, Group, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { Money, whole } from "../../components/numbers.tsx";
import { paths } from "../../paths.ts";
import { type Agent, AgentBadge } from "../agent/agent-badge.tsx";
import classes from "./agent-table.module.css";

const figure = `numbers ${classes["figure"]}`;

/** All agents with today's counts (UTC). */
export function AgentTable({ agents }: { agents: Agent[] }) {
  const today = new Date().toISOString().slice(0, 10);
  const usage = useApi("getUsage", { query: { from: today, to: today, group_by: "agent" } });
  const used = new Map(usage.data?.groups.map((group) => [group.key, group]));
  return (
    <Card p={0}>
      <Table verticalSpacing="sm" horizontalSpacing="md" className={classes["table"]}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Agent</Table.Th>
            <Table.Th>Address</Table.Th>
            <Table.Th className={figure}>Mails today</Table.Th>
            <Table.Th className={figure}>Cost today</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agents.map((agent) => (
            <Row key={agent.id} agent={agent} used={used.get(agent.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function Row({ agent, used }: { agent: Agent; used: { mails: number; cost_usd: number | null } | undefined }) {
  return (
    <Table.Tr>
      <Table.Td className={classes["name"]}>
        <Group gap="xs" wrap="nowrap">
          <AgentBadge agent={agent} />
          <Anchor component={Link} href={paths.agent(agent.id)} fw={500} size="sm" truncate title={agent.name}>
            {agent.name}
          </Anchor>
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" truncate>
            {agent.address}
          </Text>
          <CopyButton value={agent.address} what={`the address of ${agent.name}`} />
        </Group>
      </Table.Td>
      <Table.Td className={figure} data-name="Mails today">
        {whole(used?.mails ?? 0)}
      </Table.Td>
      <Table.Td className={figure} data-name="Cost today">
        {used === undefined ? "–" : <Money usd={used.cost_usd} />}
      </Table.Td>
    </Table.Tr>
  );
}
