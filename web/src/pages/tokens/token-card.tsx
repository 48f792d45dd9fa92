import { Alert, Button, Card, Code, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { TriangleAlert } from "lucide-react";
import { SCOPES } from "../../../../shared/tokens/scopes.ts";
import type { Answer } from "../../api/types.ts";
import { later } from "../../components/later.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { StateBadge } from "../../components/state-badge.tsx";

const RevokeToken = later(() => import("./revoke-token.tsx"));

type Token = Answer<"listTokens">["tokens"][number];

type Props = { token: Token; agentNames: Map<string, string> };

export function TokenCard({ token, agentNames }: Props) {
  const { id, name, hint, scopes, agent_ids, seen_in_url_at } = token;
  const [revoking, revoke] = useDisclosure();
  return (
    <Card component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Group gap="xs" miw={0}>
          <Title order={2} size="h4" style={{ overflowWrap: "anywhere" }}>
            {name}
          </Title>
          <End at={token.ends_at} />
        </Group>
        <Button variant="default" size="xs" onClick={revoke.open} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt={4} component="div">
        <Code>{hint}…</Code> <LastUse token={token} />
      </Text>
      {seen_in_url_at !== null && <InUrl />}
      <Text component="ul" size="sm" mt="sm" mb={0} pl="md">
        {scopes.map((scope) => (
          <li key={scope}>{SCOPES[scope]}</li>
        ))}
      </Text>
      {agent_ids !== null && (
        <Text size="sm" mt="xs" style={{ overflowWrap: "anywhere" }}>
          Only for {agent_ids.map((agent) => agentNames.get(agent) ?? "a deleted agent").join(", ")}
        </Text>
      )}
      <RevokeToken id={id} name={name} opened={revoking} onClose={revoke.close} />
    </Card>
  );
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const SOON_MS = 14 * 24 * 60 * 60 * 1000;

function End({ at }: { at: string }) {
  const left = Date.parse(at) - Date.now();
  const day = DAY.format(new Date(at));
  if (left <= 0) return <StateBadge label={`Ended on ${day}`} color="red" />;
  return <StateBadge label={`Ends on ${day}`} color={left < SOON_MS ? "orange" : "gray"} />;
}

function LastUse({ token: { created_at, last_used_at, last_used_from } }: { token: Token }) {
  return (
    <>
      created <RelativeTime at={created_at} />,{" "}
      {last_used_at === null ? (
        "never used"
      ) : (
        <>
          last used <RelativeTime at={last_used_at} />
          {last_used_from !== null && ` from ${last_used_from}`}
        </>
      )}
    </>
  );
}

function InUrl() {
  return (
    <Alert
      mt="sm"
      color="orange"
      icon={<TriangleAlert size={18} aria-hidden />}
      title="This token was in a web address"
    >
      A program sent it there, where logs and browsers keep it, and others may have read it. Revoke it, and make a new
      one that goes into the Authorization header.
    </Alert>
  );
}
