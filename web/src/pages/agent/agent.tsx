import { Stack } from "@mantine/core";
import { useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { lazyPart } from "../../components/lazy-part.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { AgentHead } from "./agent-head.tsx";
import { AnswersForm } from "./answers-form.tsx";

const Addresses = lazyPart(() => import("./addresses/addresses.tsx"));
const LimitsForm = lazyPart(() => import("./limits-form.tsx"));
const MailboxSection = lazyPart(() => import("./mailbox/mailbox-section.tsx"));
const Senders = lazyPart(() => import("./senders/senders.tsx"));

/** One agent: what it is, where its mail comes from, how and whom it answers, and its limits. */
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
          <Senders agent={agent} />
        </Stack>
      )}
    </Loaded>
  );
}
