import type * as z from "zod/mini";
import * as account from "./account-schemas.ts";
import * as agents from "./agent-schemas.ts";
import * as configs from "./ai-config-schemas.ts";
import * as auth from "./auth-schemas.ts";
import * as runs from "./conversation-schemas.ts";
import * as usage from "./usage-schemas.ts";

/** A table of a JSON body: the field that holds its rows, and the fields of each row. */
export type CsvTable = { rows: string; columns: readonly string[]; filename: string };

/** One HTTP route. Infra, the functions, the OpenAPI file and the isolation tests are all made from these. */
export type Route = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** API Gateway's form: `/api/things/{id}`. */
  path: `/api/${string}`;
  /** The folder under functions/ that serves it. */
  fn: "auth" | "ai-config" | "agents" | "conversations" | "usage" | "account" | "openapi";
  /** `access` is the default for anything new; `none` must be written out and is listed in a test. */
  token: "access" | "none";
  /** Set where the session comes in the refresh cookie. */
  refreshCookie?: "required" | "optional";
  summary: string;
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** What a client gets of a 200 that asks for `text/csv`: the rows of one field of the JSON body. */
  csv?: CsvTable;
  /** Set where all fields of the body may be left out, and the body with them. */
  bodyOptional?: true;
  /** Status to schema of the JSON body; null for no body, a media type for a body that is not JSON. */
  answers: Record<number, z.ZodMiniType | null | `${string}/${string}`>;
};

export const routes = {
  signup: {
    method: "POST",
    path: "/api/auth/signup",
    fn: "auth",
    token: "none",
    summary: "Create an account; 202 and no token where the team asks for e-mail confirmation",
    body: auth.signupBody,
    answers: { 201: auth.session, 202: auth.notice },
  },
  login: {
    method: "POST",
    path: "/api/auth/login",
    fn: "auth",
    token: "none",
    summary: "Get an access token, and a refresh token as a cookie",
    body: auth.credentialsBody,
    answers: { 200: auth.session },
  },
  refresh: {
    method: "POST",
    path: "/api/auth/refresh",
    fn: "auth",
    token: "none",
    refreshCookie: "required",
    summary: "Trade the refresh cookie for a new access token and a new cookie",
    answers: { 200: auth.refreshed },
  },
  logout: {
    method: "POST",
    path: "/api/auth/logout",
    fn: "auth",
    token: "none",
    refreshCookie: "optional",
    summary: "Revoke the refresh cookie's session and clear the cookie",
    answers: { 204: null },
  },
  confirm: {
    method: "POST",
    path: "/api/auth/confirm",
    fn: "auth",
    token: "none",
    summary: "Prove the e-mail address with the code sent to it, and log in",
    body: auth.confirmBody,
    answers: { 200: auth.session },
  },
  resend: {
    method: "POST",
    path: "/api/auth/resend",
    fn: "auth",
    token: "none",
    summary: "Send a new code to prove the e-mail address",
    body: auth.credentialsBody,
    answers: { 202: auth.notice },
  },
  forgotPassword: {
    method: "POST",
    path: "/api/auth/forgot-password",
    fn: "auth",
    token: "none",
    summary: "Send a code to set a new password; the answer is the same whether or not the account exists",
    body: auth.forgotPasswordBody,
    answers: { 202: auth.notice },
  },
  resetPassword: {
    method: "POST",
    path: "/api/auth/reset-password",
    fn: "auth",
    token: "none",
    summary: "Set a new password with the code",
    body: auth.resetPasswordBody,
    answers: { 204: null },
  },
  me: {
    method: "GET",
    path: "/api/auth/me",
    fn: "auth",
    token: "access",
    summary: "The account that the token belongs to",
    answers: { 200: auth.userRow },
  },
  changePassword: {
    method: "POST",
    path: "/api/auth/change-password",
    fn: "auth",
    token: "access",
    summary: "Set a new password; all other sessions end, and this one goes on with the new cookie of the answer",
    body: auth.changePasswordBody,
    answers: { 204: null },
  },
  logoutEverywhere: {
    method: "POST",
    path: "/api/auth/logout-everywhere",
    fn: "auth",
    token: "access",
    summary: "End every session; an access token that is out already works until it expires, at most 15 minutes",
    answers: { 204: null },
  },

  saveConfig: {
    method: "POST",
    path: "/api/ai-config",
    fn: "ai-config",
    token: "access",
    summary:
      "Store a provider's key, or replace it, after the provider was asked about it (verify=false: not asked); isDefault true makes it the default, false leaves the default",
    query: configs.saveConfigQuery,
    body: configs.saveConfigBody,
    answers: { 201: configs.configRow, 200: configs.configRow },
  },
  listConfigs: {
    method: "GET",
    path: "/api/ai-config",
    fn: "ai-config",
    token: "access",
    summary: "The default key's row at the top, and all rows, masked",
    answers: { 200: configs.configList },
  },
  listModels: {
    method: "GET",
    path: "/api/ai-config/models",
    fn: "ai-config",
    token: "access",
    summary:
      "The models of a provider that can answer mails: those that your stored key may use, else those of the price lists; with their prices and ends",
    query: configs.modelsQuery,
    answers: { 200: configs.modelList },
  },
  listProviders: {
    method: "GET",
    path: "/api/ai-config/providers",
    fn: "ai-config",
    token: "access",
    summary: "The providers whose keys can be stored, with their names and pages for people",
    answers: { 200: configs.providerList },
  },
  getConfig: {
    method: "GET",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary: "One row, masked",
    params: configs.providerParams,
    answers: { 200: configs.configRow },
  },
  patchConfig: {
    method: "PATCH",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary:
      "Change any field of one row; the provider is asked about a new key first (verify=false: not asked); isDefault false hands the default on to the oldest row",
    params: configs.providerParams,
    query: configs.saveConfigQuery,
    body: configs.patchConfigBody,
    answers: { 200: configs.configRow },
  },
  deleteConfig: {
    method: "DELETE",
    path: "/api/ai-config/{provider}",
    fn: "ai-config",
    token: "access",
    summary: "Delete one row and its key",
    params: configs.providerParams,
    answers: { 204: null },
  },

  verifyConfig: {
    method: "POST",
    path: "/api/ai-config/{provider}/verify",
    fn: "ai-config",
    token: "access",
    summary: "Have the stored key checked anew; the row's status and checked_at show what came of it",
    params: configs.providerParams,
    answers: { 202: configs.verifyStarted },
  },

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
    summary: "Correspondents that the agent does not answer, because a reply bounced for good or was called spam",
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

  listRuns: {
    method: "GET",
    path: "/api/conversations",
    fn: "conversations",
    token: "access",
    summary: "Runs (one mail at one agent), newest first. A filtered page may be short and still have a cursor",
    query: runs.runListQuery,
    answers: { 200: runs.runList },
  },
  getRun: {
    method: "GET",
    path: "/api/conversations/{id}",
    fn: "conversations",
    token: "access",
    summary: "One run with its mail, its answer, what it cost and its timeline",
    params: runs.runParams,
    answers: { 200: runs.runDetail },
  },
  getRawMail: {
    method: "GET",
    path: "/api/conversations/{id}/raw",
    fn: "conversations",
    token: "access",
    summary: "The mail as it arrived",
    params: runs.runParams,
    answers: { 200: "message/rfc822" },
  },
  retryRun: {
    method: "POST",
    path: "/api/conversations/{id}/retry",
    fn: "conversations",
    token: "access",
    summary:
      "Answer a held or skipped mail now, whatever rule stopped it, or send the stored answer again; 409 unless `may_retry`",
    params: runs.runParams,
    answers: { 202: runs.runDetail },
  },
  dropRun: {
    method: "POST",
    path: "/api/conversations/{id}/drop",
    fn: "conversations",
    token: "access",
    summary: "Let a held or drafted mail be: it gets no answer; 409 for any other",
    params: runs.runParams,
    answers: { 200: runs.runDetail },
  },
  approveRun: {
    method: "POST",
    path: "/api/conversations/{id}/approve",
    fn: "conversations",
    token: "access",
    summary: "Send a draft, with this text in place of its own if one is given; 409 unless it is drafted",
    params: runs.runParams,
    body: runs.approveBody,
    bodyOptional: true,
    answers: { 202: runs.runDetail },
  },
  editRun: {
    method: "PATCH",
    path: "/api/conversations/{id}",
    fn: "conversations",
    token: "access",
    summary: "Save another text of a draft; 409 unless it is drafted",
    params: runs.runParams,
    body: runs.editBody,
    answers: { 200: runs.runDetail },
  },
  regenerateRun: {
    method: "POST",
    path: "/api/conversations/{id}/regenerate",
    fn: "conversations",
    token: "access",
    summary: "Ask for another answer to a drafted mail, or a held one with an answer; it costs a further call",
    params: runs.runParams,
    body: runs.regenerateBody,
    bodyOptional: true,
    answers: { 202: runs.runDetail },
  },
  sendTestMail: {
    method: "POST",
    path: "/api/automation/agents/{id}/test",
    // It makes a run, which the function of the agents may not.
    fn: "conversations",
    token: "access",
    summary: "Send the agent a mail of the owner's; its answer is paid for and shown, and not sent",
    params: agents.agentParams,
    body: agents.testMailBody,
    bodyOptional: true,
    answers: { 202: agents.testMailSent },
  },

  getUsage: {
    method: "GET",
    path: "/api/usage",
    fn: "usage",
    token: "access",
    summary:
      "What the user's keys were used for, by day, agent, provider, model or payer; as CSV where that is accepted",
    query: usage.usageQuery,
    csv: usage.usageCsv,
    answers: { 200: usage.usageReport },
  },

  getAccount: {
    method: "GET",
    path: "/api/account",
    fn: "account",
    token: "access",
    summary: "The account, its budget, and what its keys have paid in this UTC month",
    answers: { 200: account.accountRow },
  },
  patchAccount: {
    method: "PATCH",
    path: "/api/account",
    fn: "account",
    token: "access",
    summary: "Change the name or the monthly budget",
    body: account.patchAccountBody,
    answers: { 200: account.accountRow },
  },
  exportAccount: {
    method: "GET",
    path: "/api/account/export",
    fn: "account",
    token: "access",
    summary: "All that is kept of the account, page by page; never a whole key",
    query: account.exportQuery,
    answers: { 200: account.exportPage },
  },
  deleteAccount: {
    method: "POST",
    path: "/api/account/delete",
    fn: "account",
    token: "access",
    summary:
      "Delete the account and all that is its own: keys at once, the rest within minutes; nothing brings it back",
    body: account.deleteAccountBody,
    answers: { 202: auth.notice },
  },

  openapi: {
    method: "GET",
    path: "/api/openapi.json",
    fn: "openapi",
    token: "none",
    summary: "This API as an OpenAPI 3.1 document",
    answers: { 200: "application/json" },
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type ApiFunction = Route["fn"];
/** The routes that one function serves. */
export type RoutesOf<F extends ApiFunction> = { [N in RouteName]: Routes[N]["fn"] extends F ? N : never }[RouteName];
