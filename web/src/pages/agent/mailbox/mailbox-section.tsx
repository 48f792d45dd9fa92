import { Stack, Switch } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useAction } from "../../../api/use-action.ts";
import { useApi } from "../../../api/use-api.ts";
import { Loading } from "../../../components/loading.tsx";
import { Section } from "../../../components/section.tsx";
import { tell } from "../../../components/toast.ts";
import type { Agent } from "../agent-badge.tsx";
import { Confirmations } from "./confirmations.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { MailboxCard } from "./mailbox-card.tsx";

// The steps of all providers are much text, which most visits do not need.
const Guide = lazy(() => import("./guide.tsx"));

const WATCH_MS = 3_000;
const REST_MS = 15_000;

/** Brings the mail of a mailbox that the owner has to the agent: the guide, the services' codes, and the test. */
export default function MailboxSection({ agent }: { agent: Agent }) {
  const { id } = agent;
  const [isGuideOpen, openGuide] = useState(false);
  const { data } = useApi(
    "listMailboxes",
    { params: { id } },
    {
      every: (last) => {
        const isWaiting = isGuideOpen || last?.mailboxes.some(({ state }) => state === "waiting");
        return isWaiting ? WATCH_MS : REST_MS;
      },
    },
  );
  const { mailboxes = [], confirmations = [] } = data ?? {};
  return (
    <Section
      title="Your own mailbox"
      text="Customers go on writing to your own address, such as support@your-company.com. Its mail is forwarded to the agent, and you keep a copy."
    >
      <Stack gap="md">
        <Confirmations confirmations={confirmations} />
        {mailboxes.map((mailbox) => (
          <MailboxCard key={mailbox.id} mailbox={mailbox} />
        ))}
        <details onToggle={({ currentTarget }) => openGuide(currentTarget.open)}>
          <summary style={{ cursor: "pointer", width: "fit-content" }}>How to forward your mail</summary>
          {isGuideOpen && (
            <Suspense fallback={<Loading />}>
              <Guide address={agent.address} />
            </Suspense>
          )}
        </details>
        <ConnectForm agentId={id} />
        {agent.type !== "email_digest" && mailboxes.length > 0 && <QuietSwitch agent={agent} />}
      </Stack>
    </Section>
  );
}

function QuietSwitch({ agent: { id, quiet_threads } }: { agent: Agent }) {
  const change = useAction("patchAgent", { refreshes: ["getAgent"], onDone: () => tell("Saved.") });
  return (
    <Switch
      label="Keep silent where I answer myself"
      description="When you answer a customer from your mailbox, the agent leaves that conversation to you. You can let it answer again there."
      checked={quiet_threads}
      disabled={change.isPending}
      onChange={({ currentTarget }) => change.mutate({ params: { id }, body: { quietThreads: currentTarget.checked } })}
    />
  );
}
