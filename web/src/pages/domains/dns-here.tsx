import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { refresh } from "../../api/query-client.ts";
import { useAction } from "../../api/use-action.ts";
import { tell, tellProblem } from "../../components/toast.ts";
import { useOnOneMachine } from "../../local/on-one-machine.ts";
import type { Domain } from "./domain-state.tsx";

/** On one machine there is no public DNS. Its own has the records that a person puts into it. */
export function DnsHere({ row }: { row: Domain }) {
  const [pending, setPending] = useState(false);
  const check = useAction("checkDomain", { onDone: () => void refresh("getDomain", "listDomains") });
  const missing = row.records.filter(({ finding }) => finding !== "found");
  if (!useOnOneMachine() || missing.length === 0) return null;
  const set = async () => {
    setPending(true);
    try {
      await putRecords(missing);
      tell("The records are set in this machine's DNS.");
      check.mutate({ params: { domain: row.domain } });
    } catch (error) {
      tellProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Alert color="blue" title="Latchkey runs on one machine">
      <Group gap="sm">
        <Text size="sm">It has a DNS of its own, so any domain can be tried out.</Text>
        <Button size="xs" variant="default" loading={pending} onClick={() => void set()}>
          Set these records
        </Button>
      </Group>
    </Alert>
  );
}

async function putRecords(records: Domain["records"]): Promise<void> {
  const body = JSON.stringify(records.map(({ name, type, value }) => ({ name, type, values: [value] })));
  const response = await fetch("/_local/dns", { method: "PUT", body });
  if (!response.ok) throw new Error(`This machine answered ${response.status}`);
}
