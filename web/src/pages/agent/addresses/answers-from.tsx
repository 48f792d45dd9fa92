import { Select } from "@mantine/core";
import { useAction } from "../../../api/use-action.ts";
import { tell } from "../../../components/toast.ts";
import type { Agent } from "../agent-badge.tsx";
import type { Address } from "./address-rows.tsx";
import { CHANGED } from "./changed.ts";

type Props = { agent: Agent; addresses: Address[] };

/** One address for all answers: with mail that is forwarded to the agent, the one that customers write to. */
export function AnswersFrom({ agent: { id, answer_from }, addresses }: Props) {
  const patch = useAction("patchAgent", { refreshes: CHANGED, onDone: () => tell("Saved.") });
  const works = addresses.filter(({ state }) => state !== "ended").map(({ address }) => address);
  if (works.length < 2) return null;
  const chosen = answer_from !== null && works.includes(answer_from) ? answer_from : "";
  return (
    <Select
      label="Answers leave from"
      description="If mail is forwarded to the agent, choose the address that customers write to."
      mt="md"
      maw={440}
      data={[{ value: "", label: "The address that the mail came to" }, ...works]}
      value={chosen}
      allowDeselect={false}
      disabled={patch.isPending}
      onChange={(address) => patch.mutate({ params: { id }, body: { answerFrom: address || null } })}
    />
  );
}
