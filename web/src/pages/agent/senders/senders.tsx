import type { Agent } from "../agent-badge.tsx";
import { Blocked } from "../blocked.tsx";
import { SummaryForm } from "../summary-form.tsx";
import { WhoForm } from "../who-form.tsx";
import { Denied } from "./denied.tsx";
import { FirstMailsForm } from "./first-mails-form.tsx";
import { HoursForm } from "./hours-form.tsx";

/** Whom the agent answers, whom for the first time only after its owner has looked, when, and whom never. */
export default function Senders({ agent }: { agent: Agent }) {
  return (
    <>
      {agent.type === "email_digest" ? <SummaryForm agent={agent} /> : <AnswersWhom agent={agent} />}
      <Denied agent={agent} />
      <Blocked agent={agent} />
    </>
  );
}

function AnswersWhom({ agent }: { agent: Agent }) {
  return (
    <>
      <WhoForm agent={agent} />
      <FirstMailsForm agent={agent} />
      <HoursForm agent={agent} />
    </>
  );
}
