import * as agents from "../agent-schemas.ts";
import * as mailboxes from "../mailbox-schemas.ts";
import type { Route } from "../route.ts";

/** The owner's mailboxes that forward to an agent. */
export const mailboxRoutes = {
  listMailboxes: {
    method: "GET",
    path: "/api/automation/agents/{id}/mailboxes",
    fn: "mailboxes",
    token: "access",
    scope: "agents:manage",
    boundTokens: "path",
    summary: "The mailboxes that forward to the agent, and the codes of services that ask whether they may",
    params: agents.agentParams,
    answers: { 200: mailboxes.mailboxList },
  },
  connectMailbox: {
    method: "POST",
    path: "/api/automation/agents/{id}/mailboxes",
    fn: "mailboxes",
    token: "access",
    scope: "agents:manage",
    boundTokens: "path",
    repeat: "replay",
    summary: "Write a test mail to a mailbox and watch whether it comes back through the agent's address",
    params: agents.agentParams,
    body: mailboxes.connectMailboxBody,
    answers: { 202: mailboxes.mailboxRow },
  },
  testMailbox: {
    method: "POST",
    path: "/api/automation/agents/{id}/mailboxes/{mailbox}/test",
    fn: "mailboxes",
    token: "access",
    scope: "agents:manage",
    boundTokens: "path",
    repeat: "replay",
    summary: "Test a mailbox again",
    params: mailboxes.mailboxParams,
    answers: { 202: mailboxes.mailboxRow },
  },
  disconnectMailbox: {
    method: "DELETE",
    path: "/api/automation/agents/{id}/mailboxes/{mailbox}",
    fn: "mailboxes",
    token: "access",
    scope: "agents:manage",
    boundTokens: "path",
    summary: "Forget a mailbox; its seal no longer proves anything to this agent",
    params: mailboxes.mailboxParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
