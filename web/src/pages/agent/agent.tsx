import { Stack } from "@mantine/core";
import { useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Addresses } from "./addresses/addresses.tsx";
import { AgentHead } from "./agent-head.tsx";
import { AnswersForm } from "./answers-form.tsx";
import { Blocked } from "./blocked.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { SummaryForm } from "./summary-form.tsx";
import { WhoForm } from "./who-form.tsx";

/** One agent: what it is, how and whom it answers, and its limits. */
export default function AgentPage() {
  const { id = "" } = useParams<{ id: string }>();
  const agent = useApi("getAgent", { params: { id } });
  return (
    <Loaded query={agent}>
      {(agent) => (
        <Stack gap="md" key={agent.id}>
          <AgentHead agent={agent} />
          <Addresses agent={agent} />
          <AnswersForm agent={agent} />
          <LimitsForm agent={agent} />
          {agent.type === "email_digest" ? <SummaryForm agent={agent} /> : <WhoForm agent={agent} />}
          <Blocked agent={agent} />
        </Stack>
      )}
    </Loaded>
  );
}
