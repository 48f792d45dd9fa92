import { Button, Table } from "@mantine/core";
import type { Answer } from "../../api/types.ts";
import { useAction } from "../../api/use-action.ts";
import { RelativeTime } from "../../components/relative-time.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";

const WHY = { bounced: "A reply could not be delivered", complained: "A reply was called spam" } as const;

type Props = { agentId: string; blocked: Answer<"listBlocked">["blocked"] };

/** Lists each blocked correspondent with the reply that caused the block, and a button to unblock. */
export default function BlockedTable({ agentId: id, blocked }: Props) {
  const unblock = useAction("unblock", {
    refreshes: ["listBlocked"],
    onDone: () => tell("The agent will answer this correspondent again."),
  });
  return (
    <Table.ScrollContainer minWidth={520} type="native" tabIndex={0} role="region" aria-label="Who is blocked">
      <Table>
        <Table.Tbody>
          {blocked.map(({ id: correspondent, address, reason, run_id, blocked_at }) => (
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
  );
}
