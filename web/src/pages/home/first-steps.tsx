import { useApi } from "../../api/use-api.ts";
import { Checklist, type Step } from "../../components/checklist.tsx";
import { type ProviderFacts, useProviders } from "../../components/providers.ts";
import { paths } from "../../paths.ts";

/** A newcomer's steps in order: key, agent, test mail, first answer. The list goes away when all were done once. */
export function FirstSteps() {
  const keys = useApi("listConfigs", {});
  const agents = useApi("listAgents", {});
  const runs = useApi("listRuns", { query: { limit: 5 } }, { every: 5_000 });
  const providers = useProviders();
  if (keys.data === undefined || agents.data === undefined || runs.data === undefined) return null;
  if (providers.data === undefined) return null;

  const [agent] = agents.data.agents;
  const [run] = runs.data.runs;
  // The step stays done even if the newest mails were held or got no answer.
  const wasAnswered =
    runs.data.runs.some(({ state }) => ["replied", "observed", "drafted"].includes(state)) ||
    keys.data.configs.some(({ status, last_used_at }) => status === "active" && last_used_at !== null);
  const steps: Step[] = [
    {
      title: "Add an AI key",
      text: `From ${anyOf(providers.data.providers)}. It is kept encrypted and never shown again; the provider bills you.`,
      done: keys.data.configs.length > 0,
      action: { label: "Add a key", href: paths.keys() },
    },
    {
      title: "Create an agent",
      text: "It needs a name and gets an e-mail address.",
      done: agent !== undefined,
      action: { label: "Create an agent", href: paths.agents() },
    },
    {
      title: "Send a test mail",
      text: "From the agent's page, or from your own mail program to its address.",
      done: run !== undefined,
      action: { label: "Open the agent", href: agent === undefined ? paths.agents() : paths.agent(agent.id) },
    },
    {
      title: "Read the first answer",
      text: "You find the mail, the answer and its cost under Conversations.",
      done: wasAnswered,
      action: {
        label: "See the conversation",
        href: run === undefined ? paths.conversations() : paths.conversation(run.id),
      },
    },
  ];
  return steps.every(({ done }) => done) ? null : <Checklist title="First steps" steps={steps} />;
}

function anyOf(providers: ProviderFacts[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(providers.map(({ name }) => name));
}
