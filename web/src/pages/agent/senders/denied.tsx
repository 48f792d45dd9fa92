import { Card, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Loading } from "../../../components/loading.tsx";
import type { Agent } from "../agent-badge.tsx";
import { DenyForm } from "./deny-form.tsx";

// Most agents deny nobody.
const DeniedTable = lazy(() => import("./denied-table.tsx"));

/** Whose mails the agent passes over, and a field to add more. */
export function Denied({ agent: { id } }: { agent: Agent }) {
  const { data } = useApi("listDenied", { params: { id }, query: { limit: 1 } });
  return (
    <Card component="section" aria-label="Denied senders">
      <Title order={2}>Denied senders</Title>
      <Text size="sm" c="dimmed" mt={4} mb="md" maw={640}>
        The agent passes over their mails: nobody is answered, nothing is paid, and you still see the mails under
        Conversations. A denied sender stays denied, also if you allow their domain above.
      </Text>
      <Stack gap="md">
        <DenyForm agentId={id} />
        {data !== undefined && data.total > 0 && (
          <Suspense fallback={<Loading />}>
            <DeniedTable agentId={id} total={data.total} />
          </Suspense>
        )}
      </Stack>
    </Card>
  );
}
