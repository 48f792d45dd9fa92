import { Card, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useApi } from "../../api/use-api.ts";
import { Loading } from "../../components/loading.tsx";
import type { Agent } from "./agent-badge.tsx";

// Most agents have no blocked correspondents.
const BlockedTable = lazy(() => import("./blocked-table.tsx"));

/** Correspondents whom the agent no longer answers. It shows nothing if there are none. */
export function Blocked({ agent: { id } }: { agent: Agent }) {
  const { data } = useApi("listBlocked", { params: { id } });
  if (data === undefined || data.blocked.length === 0) return null;
  return (
    <Card component="section" aria-label="Blocked correspondents">
      <Title order={2}>Blocked correspondents</Title>
      <Text size="sm" c="dimmed" mt={4} mb="md">
        The agent does not answer them until you unblock them.
      </Text>
      <Suspense fallback={<Loading />}>
        <BlockedTable agentId={id} blocked={data.blocked} />
      </Suspense>
    </Card>
  );
}
