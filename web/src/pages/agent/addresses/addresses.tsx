import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";
import { useApi } from "../../../api/use-api.ts";
import { later } from "../../../components/later.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import { Section } from "../../../components/section.tsx";
import type { Agent } from "../agent-badge.tsx";
import { AddressRows } from "./address-rows.tsx";
import { AnswersFrom } from "./answers-from.tsx";

const AddAddress = later(() => import("./add-address.tsx"));

/** The addresses that people write to, with what can be done with each. */
export default function Addresses({ agent }: { agent: Agent }) {
  const { id } = agent;
  const addresses = useApi("listAddresses", { params: { id } });
  const [adding, add] = useDisclosure();
  return (
    <Section
      title="Addresses"
      text="People can write to any of these. The answer leaves from the address they wrote to, unless you choose one below."
    >
      <Loaded query={addresses}>
        {({ addresses, most }) => (
          <>
            <AddressRows agentId={id} addresses={addresses} />
            {agent.type === "email_inbound" && <AnswersFrom agent={agent} addresses={addresses} />}
            <Group mt="md">
              <Button
                variant="default"
                leftSection={<Plus size={16} aria-hidden />}
                disabled={addresses.filter(({ state }) => state !== "ended").length >= most}
                onClick={add.open}
              >
                Add an address
              </Button>
            </Group>
          </>
        )}
      </Loaded>
      <AddAddress agentId={id} opened={adding} onClose={add.close} />
    </Section>
  );
}
