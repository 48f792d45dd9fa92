import * as agents from "../agent-schemas.ts";
import type { Route } from "../route.ts";

/** Agents, and whom they do not answer. */
export const agentRoutes = {
  createAgent: {
    method: "POST",
    path: "/api/automation/agents",
    fn: "agents",
    token: "access",
    summary: "Create an agent; the answer has its e-mail address",
    body: agents.createAgentBody,
    answers: { 201: agents.agentRow },
  },
  listAgents: {
    method: "GET",
    path: "/api/automation/agents",
    fn: "agents",
    token: "access",
    summary: "All of the user's agents, oldest first",
    answers: { 200: agents.agentList },
  },
  getAgent: {
    method: "GET",
    path: "/api/automation/agents/{id}",
    fn: "agents",
    token: "access",
    summary: "One agent",
    params: agents.agentParams,
    answers: { 200: agents.agentRow },
  },
  patchAgent: {
    method: "PATCH",
    path: "/api/automation/agents/{id}",
    fn: "agents",
    token: "access",
    summary: "Change any field of one agent",
    params: agents.agentParams,
    body: agents.patchAgentBody,
    answers: { 200: agents.agentRow },
  },
  deleteAgent: {
    method: "DELETE",
    path: "/api/automation/agents/{id}",
    fn: "agents",
    token: "access",
    summary: "Delete one agent; its address is retired and never given out again",
    params: agents.agentParams,
    answers: { 204: null },
  },
  listBlocked: {
    method: "GET",
    path: "/api/automation/agents/{id}/blocked",
    fn: "agents",
    token: "access",
    summary:
      "Correspondents that the agent does not answer, because a reply bounced permanently or was reported as spam",
    params: agents.agentParams,
    answers: { 200: agents.blockedList },
  },
  unblock: {
    method: "DELETE",
    path: "/api/automation/agents/{id}/blocked/{correspondent}",
    fn: "agents",
    token: "access",
    summary: "Answer this correspondent again",
    params: agents.blockedParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
