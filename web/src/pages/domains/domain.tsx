import { Alert, Button, Stack, Text } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useParams } from "wouter";
import { refresh } from "../../api/query-client.ts";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { CatchAll } from "./catch-all.tsx";
import { DnsHere } from "./dns-here.tsx";
import { type Domain as DomainRow, lookOf } from "./domain-state.tsx";
import { Records } from "./records.tsx";
import { RemoveDomain } from "./remove-domain.tsx";

/** While somebody waits for records, the page looks what the schedule has found. */
const WAITING_MS = 15_000;
const CALM_MS = 60_000;

export default function Domain() {
  const { domain: segment = "" } = useParams();
  const domain = segment.replaceAll("_", ".");
  const query = useApi(
    "getDomain",
    { params: { domain } },
    { every: (last) => (last?.can_send ? CALM_MS : WAITING_MS) },
  );
  return (
    <Loaded query={query}>
      {(row) => (
        <>
          <PageHeader title={row.unicode} actions={<CheckNow domain={row} />}>
            {row.unicode === row.domain ? "Your own domain" : `In DNS it is written ${row.domain}.`}
          </PageHeader>
          <Stack gap="md">
            <State row={row} />
            <DnsHere row={row} />
            <Records row={row} />
            {row.can_receive && <CatchAll row={row} />}
            <RemoveDomain row={row} />
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function State({ row }: { row: DomainRow }) {
  const { label, color, text } = lookOf(row);
  return (
    <Alert color={color} title={label} role="status">
      {text}
      <Text size="sm" c="dimmed" mt={4}>
        {row.checked_at === null ? (
          "Not looked at yet."
        ) : (
          <>
            Last looked at <RelativeTime at={row.checked_at} />.
          </>
        )}
      </Text>
    </Alert>
  );
}

function CheckNow({ domain: { domain } }: { domain: DomainRow }) {
  const check = useAction("checkDomain", { onDone: () => void refresh("getDomain", "listDomains") });
  return (
    <Button
      variant="default"
      leftSection={<RefreshCw size={16} aria-hidden />}
      loading={check.isPending}
      onClick={() => check.mutate({ params: { domain } })}
    >
      Check now
    </Button>
  );
}
