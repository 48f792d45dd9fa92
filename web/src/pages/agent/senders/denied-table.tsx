import { Button, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useAction } from "../../../api/use-action.ts";
import { useApi } from "../../../api/use-api.ts";
import { later } from "../../../components/later.tsx";
import { RelativeTime } from "../../../components/relative-time.tsx";
import { tell } from "../../../components/toast.ts";

const AreYouSure = later(() => import("../../../components/are-you-sure.tsx"));

const SHOWN = 20;

/** The newest denied senders. Others are found by a part of their name. */
export default function DeniedTable({ agentId: id, total }: { agentId: string; total: number }) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  const { data } = useApi("listDenied", { params: { id }, query: { limit: SHOWN, q: q === "" ? undefined : q } });
  const [asking, ask] = useState(false);
  const refreshes = { refreshes: ["listDenied" as const] };
  const allow = useAction("allowAgain", { ...refreshes, onDone: () => tell("This sender is no longer denied.") });
  const allowAll = useAction("allowAllAgain", { ...refreshes, onDone: () => tell("Nobody is denied any more.") });
  const hidden = data === undefined ? 0 : data.matching - data.denied.length;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <TextInput
          label="Find a denied sender"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={100}
        />
        <Button variant="subtle" color="red" loading={allowAll.isPending} onClick={() => ask(true)}>
          Remove all {total.toLocaleString("en-US")}
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={420} type="native" tabIndex={0} role="region" aria-label="Who is denied">
        <Table>
          <Table.Tbody>
            {data?.denied.map(({ id: sender, sender: name, added_at }) => (
              <Table.Tr key={sender}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{name}</Table.Td>
                <Table.Td c="dimmed">
                  <RelativeTime at={added_at} />
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Remove ${name}`}
                    onClick={() => allow.mutate({ params: { id, sender } })}
                  >
                    Remove
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed" role="status">
        {data?.matching === 0 && "No denied sender has this in their name."}
        {hidden > 0 && `${hidden.toLocaleString("en-US")} more are not shown. Search for them.`}
      </Text>
      <AreYouSure
        opened={asking}
        onClose={() => ask(false)}
        title="Remove all denied senders?"
        action="Remove all"
        deletes
        onConfirm={() => {
          ask(false);
          allowAll.mutate({ params: { id } });
        }}
      >
        The agent answers them again, as far as your other settings allow. Mails that it has passed over stay so.
      </AreYouSure>
    </Stack>
  );
}
