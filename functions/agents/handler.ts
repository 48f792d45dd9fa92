import type { AddressStore } from "../../shared/agents/address-store.ts";
import type { Agent } from "../../shared/agents/agent.ts";
import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { randomId } from "../../shared/ids.ts";

export type Deps = { agents: AgentStore; addresses: AddressStore; mailDomain: string };

/** Keeps a user's list on one answer (100 agents of 8,000 characters of instructions) and a script from taking addresses without end. */
export const MAX_AGENTS = 100;

/** 50 random bits: a stranger who tries a thousand addresses a second finds one of a million in two weeks. */
const ADDRESS_LENGTH = 10;

export function agentHandlers(deps: Deps): Handlers<"agents"> {
  const { agents, addresses } = deps;
  return {
    createAgent: async ({ user, body }) => {
      if ((await agents.count(user.id)) >= MAX_AGENTS) throw new LatchkeyError("limit_reached");
      const at = new Date().toISOString();
      const { name, type, instructions, provider, maxMailsPerDay: max_mails_per_day } = body;
      const agent: Agent = {
        user_id: user.id,
        agent_id: randomId(),
        address: `${randomId(ADDRESS_LENGTH)}@${deps.mailDomain}`,
        ...{ name, type, instructions, provider, max_mails_per_day },
        is_active: true,
        created_at: at,
        updated_at: at,
      };
      await add(agent, deps);
      return { status: 201, body: shown(agent) };
    },

    listAgents: async ({ user }) => ({ status: 200, body: { agents: (await agents.list(user.id)).map(shown) } }),

    getAgent: async ({ user, params }) => {
      const agent = await agents.get(user.id, params.id);
      if (agent === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: shown(agent) };
    },

    patchAgent: async ({ user, params, body }) => {
      const { name, instructions, provider, maxMailsPerDay: max_mails_per_day, isActive: is_active } = body;
      const changes = { name, instructions, provider, max_mails_per_day, is_active };
      const agent = await agents.patch(user.id, params.id, changes, new Date());
      if (agent === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: shown(agent) };
    },

    // The address goes first: should the second step be lost, the agent is still there to be deleted again.
    deleteAgent: async ({ user, params }) => {
      const agent = await agents.get(user.id, params.id);
      if (agent === undefined) throw new LatchkeyError("not_found");
      await addresses.retire(agent, new Date());
      await agents.remove(user.id, params.id);
      return { status: 204 };
    },
  };
}

/** Takes the address before the agent is made: an agent is never without it, and an address alone leads nowhere. */
async function add(agent: Agent, { agents, addresses }: Deps): Promise<void> {
  const { address, user_id, agent_id } = agent;
  if (!(await addresses.claim({ address, user_id, agent_id }))) throw new LatchkeyError("conflict");
  await agents.add(agent);
}

function shown({ agent_id: id, ...row }: Agent) {
  return { id, ...row };
}
