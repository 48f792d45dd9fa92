import { Stack } from "@mantine/core";
import { useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Addresses } from "./addresses/addresses.tsx";
import type { Agent } from "./agent-badge.tsx";
import { AgentHead } from "./agent-head.tsx";
import { AnswersForm } from "./answers-form.tsx";
import { Blocked } from "./blocked.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { MailboxSection } from "./mailbox/mailbox-section.tsx";
import { Denied } from "./senders/denied.tsx";
import { FirstMailsForm } from "./senders/first-mails-form.tsx";
import { HoursForm } from "./senders/hours-form.tsx";
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
          <MailboxSection agent={agent} />
          <AnswersForm agent={agent} />
          <LimitsForm agent={agent} />
          {agent.type === "email_digest" ? <SummaryForm agent={agent} /> : <AnswersWhom agent={agent} />}
          <Denied agent={agent} />
          <Blocked agent={agent} />
        </Stack>
      )}
    </Loaded>
  );
}

/** Whom it answers, whom for the first time only with its owner's word, and when. */
function AnswersWhom({ agent }: { agent: Agent }) {
  return (
    <>
      <WhoForm agent={agent} />
      <FirstMailsForm agent={agent} />
      <HoursForm agent={agent} />
    </>
  );
}
