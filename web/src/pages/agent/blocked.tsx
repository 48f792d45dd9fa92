import { Button, Card, Table, Text, Title } from "@mantine/core";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { RelativeTime } from "../../components/relative-time.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import type { Agent } from "./agent-badge.tsx";

const WHY = { bounced: "A reply could not be delivered", complained: "A reply was called spam" } as const;

/** Correspondents whom the agent does not answer any more. Nothing is shown where there are none. */
export function Blocked({ agent: { id } }: { agent: Agent }) {
  const { data } = useApi("listBlocked", { params: { id } });
  const unblock = useAction("unblock", {
    refreshes: ["listBlocked"],
    onDone: () => tell("This correspondent is answered again."),
  });
  if (data === undefined || data.blocked.length === 0) return null;
  return (
    <Card component="section" aria-label="Blocked correspondents">
      <Title order={2}>Blocked correspondents</Title>
      <Text size="sm" c="dimmed" mt={4} mb="md">
        The agent does not answer them until you say so.
      </Text>
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Tbody>
            {data.blocked.map(({ id: correspondent, address, reason, run_id, blocked_at }) => (
              <Table.Tr key={correspondent}>
                <Table.Td>{address}</Table.Td>
                <Table.Td>
                  <TextLink href={paths.conversation(run_id)}>{WHY[reason]}</TextLink>
                </Table.Td>
                <Table.Td c="dimmed">
                  <RelativeTime at={blocked_at} />
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Unblock ${address}`}
                    onClick={() => unblock.mutate({ params: { id, correspondent } })}
                  >
                    Unblock
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}
