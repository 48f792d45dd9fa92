import type { ApiFunction } from "./route.ts";
import type { RouteName } from "./routes.ts";

/** Texts of the OpenAPI document that are not in the schemas. No function loads them. */

export const TAGS: Record<ApiFunction, string> = {
  auth: "Accounts and sessions. The access token is valid for 15 minutes. The refresh token is a cookie that works once.",
  "ai-config": "The owner's AI keys, one per provider. No route returns a whole key.",
  agents: "Agents. Each has an e-mail address, instructions, limits and a provider that answers.",
  conversations: "Runs: one mail at one agent, from its arrival to its reply, with its cost.",
  usage: "The cost of the answers, in tokens and US dollars.",
  account: "The account: budget, export, deletion.",
  openapi: "This document.",
};

/** Rules of a route that a client cannot see in its schemas. */
export const ROUTE_RULES: Partial<Record<RouteName, string>> = {
  signup:
    "An e-mail that already has an account gets 409 `email_taken`. If the deployment requires confirmation, a new and a taken e-mail both get 202. Tries are counted per caller's address and per e-mail: 429 with `Retry-After`.",
  login:
    "A wrong password, an unknown e-mail and an address that is not confirmed yet get the same 401. Tries are counted per caller's address and per e-mail: 429 with `Retry-After`.",
  resend: "At most five codes an hour are mailed to one e-mail. Further requests get the same answer without a mail.",
  forgotPassword:
    "At most five codes an hour are mailed to one e-mail. Further requests get the same answer without a mail.",
  refresh: "A refresh cookie works once. A second use within ten seconds continues the same session.",
  saveConfig:
    "201 if the provider had no row, 200 if its row was replaced. A key that the provider refuses gets 422, and nothing is stored. At most 20 checks an hour.",
  patchConfig: "Only the fields in the body are changed. At most 20 checks of keys an hour.",
  patchAgent: "Only the fields in the body are changed.",
  listRuns: "Give `agent_id` or `thread_id`, not both.",
  editRun: "Only a run in state `drafted` can be edited; any other gets 409.",
  getUsage:
    "`from` must not be after `to`, and the range has at most 366 days. `Accept: text/csv` returns the groups as a table.",
  exportAccount: "Continue with `next_cursor` until it is null. A section without rows is one empty page.",
};

/** Rules for fields of requests that JSON Schema cannot express, by the field's name. */
export const FIELD_RULES: Readonly<Record<string, string>> = {
  email: "Surrounding spaces are removed, and it is compared in lower case.",
  newPassword: "Passwords known from leaks may be refused as `weak_password`.",
  apiKey:
    "Text around the key (quotes, `Bearer`, a variable's name) is removed. An empty value keeps the stored key. Otherwise the key has at least 8 characters. A masked key is refused.",
  ownerPrice: "Used while no price list has the model, and only for this model. Null removes it.",
  isDefault: "If no row was chosen, the oldest row is the default.",
  name: "One line. Surrounding spaces are removed, and it must not contain an AI key.",
  modelName: "One line. Surrounding spaces are removed, and it must not contain an AI key.",
  subject: "One line. Surrounding spaces are removed, and it must not contain an AI key.",
  instructions: "Must not contain an AI key.",
  hint: "Surrounding spaces are removed, and it must not contain an AI key.",
  answer: "Must contain visible text, not only spaces and invisible characters.",
  formDomains:
    "Domains whose mails may name another address in Reply-To. An internationalized domain is stored in its ASCII form. The domain of a public mailbox provider is refused.",
  answerOnly: "Mailboxes or whole domains; empty for everybody. A domain includes its subdomains.",
  cursor: "The unchanged `next_cursor` of the previous page.",
  q: "Searches sender and subject, ignoring case.",
  verify: "`false` stores the key without a check at the provider.",
};
