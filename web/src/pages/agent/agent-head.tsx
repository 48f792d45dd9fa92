import { Alert, Button, Card, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Pause, Play, Send, Trash2 } from "lucide-react";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { later } from "../../components/later.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import { type Agent, AgentBadge } from "./agent-badge.tsx";

const TestMail = later(() => import("./test-mail.tsx"));

const DeleteAgent = later(() => import("./delete-agent.tsx"));

/** The agent's handling of a mail, in one word. */
const TYPES: Record<Agent["type"], string> = {
  email_inbound: "Answers mails",
  email_digest: "Daily summary",
  unknown: "Of a newer release",
};

export function AgentHead({ agent }: { agent: Agent }) {
  const [testing, test] = useDisclosure();
  const [deleting, remove] = useDisclosure();
  return (
    <div>
      <PageHeader
        title={agent.name}
        actions={
          <>
            <Switch agent={agent} />
            <Button variant="default" leftSection={<Trash2 size={16} aria-hidden />} onClick={remove.open}>
              Delete
            </Button>
            {agent.type !== "email_digest" && (
              <Button leftSection={<Send size={16} aria-hidden />} onClick={test.open}>
                Send a test mail
              </Button>
            )}
          </>
        }
      />
      <WhyNot agent={agent} />
      <Card>
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <AgentBadge agent={agent} />
            <StateBadge label={TYPES[agent.type]} color="gray" />
            <Group gap={4} wrap="nowrap">
              <Text fw={500} style={{ overflowWrap: "anywhere" }}>
                {agent.address}
              </Text>
              <CopyButton value={agent.address} what="the address" />
            </Group>
          </Group>
          <TextLink href={`${paths.conversations()}?agent=${agent.id}`}>Its conversations</TextLink>
        </Group>
      </Card>
      <TestMail agent={agent} opened={testing} onClose={test.close} />
      <DeleteAgent agent={agent} opened={deleting} onClose={remove.close} />
    </div>
  );
}

function Switch({ agent: { id, is_active } }: { agent: Agent }) {
  const change = useAction("patchAgent", {
    refreshes: ["getAgent", "listAgents"],
    onDone: ({ is_active }) =>
      tell(is_active ? "The agent is answering again." : "The agent is paused. Its mails wait for you."),
  });
  return (
    <Button
      variant="default"
      leftSection={is_active ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      loading={change.isPending}
      onClick={() => change.mutate({ params: { id }, body: { isActive: !is_active } })}
    >
      {is_active ? "Pause" : "Resume"}
    </Button>
  );
}

/** Says what keeps the agent from answering anything, and how to fix it. */
function WhyNot({ agent }: { agent: Agent }) {
  const keys = useApi("listConfigs", {});
  const configs = keys.data?.configs;
  const account = useApi("getAccount", {}).data;
  // The team's own key answers for an owner who has no key.
  const isFree = account === undefined || (account.platform_key?.available === true && configs?.length === 0);
  const hasKey = configs?.some(({ provider }) => agent.provider === null || agent.provider === provider) ?? true;
  return (
    <>
      {agent.paused_reason === "complaints" && (
        <Alert color="red" mb="md" title="Paused by Latchkey">
          Too many people called its answers spam. Look through its conversations and its instructions before you resume
          it.
        </Alert>
      )}
      {!hasKey && !isFree && (
        <Alert color="orange" mb="md" title="No key to answer with">
          Its mails wait until you add one. <TextLink href={paths.keys()}>Add a key</TextLink>
        </Alert>
      )}
    </>
  );
}
