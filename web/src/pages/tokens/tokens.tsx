import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus, SquareTerminal } from "lucide-react";
import { useApi } from "../../api/use-api.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { later } from "../../components/later.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { TokenCard } from "./token-card.tsx";

const CreateToken = later(() => import("./create-token.tsx"));

/** The API tokens with which programs act for the owner. */
export default function Tokens() {
  const tokens = useApi("listTokens", {});
  const agents = useApi("listAgents", {});
  const [creating, { open, close }] = useDisclosure();
  const create = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      Create token
    </Button>
  );
  const names = new Map(agents.data?.agents.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader title="API tokens" actions={tokens.data?.tokens.length === 0 ? undefined : create}>
        A token lets a program of yours do what you choose, without your password. Give each program its own.
      </PageHeader>
      <Loaded query={tokens}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <EmptyState Icon={SquareTerminal} title="No token yet" action={create}>
              You need one only if you want a script, another service or an assistant to work with Latchkey. You can
              revoke it at any time.
            </EmptyState>
          ) : (
            <Stack component="ul" aria-label="API tokens" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
              {tokens.map((token) => (
                <TokenCard key={token.id} token={token} agentNames={names} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <CreateToken opened={creating} onClose={close} />
    </>
  );
}
