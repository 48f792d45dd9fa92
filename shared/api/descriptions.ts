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
  tokens: "API tokens, for programs. A token is shown once, when it is made, and works until it ends or is revoked.",
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
  resetPassword: "Every session ends, and so does every API token: whoever knew the old password may have made one.",
  refresh: "A refresh cookie works once. A second use within ten seconds continues the same session.",
  saveConfig:
    "201 if the provider had no row, 200 if its row was replaced. A key that the provider refuses gets 422, and nothing is stored. At most 20 checks an hour.",
  patchConfig: "Only the fields in the body are changed. At most 20 checks of keys an hour.",
  checkAddress:
    "`form`: the name cannot stand in an address; `domain`: it is not on a domain of yours; `reserved`: it would speak for whoever runs the mail domain; `taken` and `misleading`: it is, or looks like, an address that somebody else has or had; `yours`: an agent of yours has it. At most 120 looks an hour at other people's names; what the name itself says is not counted.",
  createAgent:
    "An `address` that is taken, reserved or misleading is 409 with `address_taken`, `address_reserved` or `address_misleading`, and no agent is made. At most 20 chosen addresses an hour.",
  addAddress:
    "Without `address` a random one. Ten addresses an agent, with those about to end. Refused like the address of a new agent. At most 20 chosen addresses an hour.",
  patchAddress:
    "`endsInDays` says for how many days the address still works; it cannot be given to the primary one. Mail that comes after the end gets no answer and is not kept.",
  replaceAddress:
    "`keepDays`: for how many days the old address still works; 0 ends it at once, null lets it go on. The new one is the primary one if the old one was.",
  deleteAddress:
    "Not the primary one. What is waiting for an answer is answered from the primary one. You can take the address again later; nobody else can.",
  patchAgent: "Only the fields in the body are changed.",
  listRuns: "Give `agent_id` or `thread_id`, not both.",
  editRun: "Only a run in state `drafted` can be edited; any other gets 409.",
  getUsage:
    "`from` must not be after `to`, and the range has at most 366 days. `Accept: text/csv` returns the groups as a table.",
  createToken:
    "The answer shows the token, and nothing shows it again. A token that makes another gives it no scope, no agent and no later end than its own, and revoking the one revokes the other. A repetition with the same Idempotency-Key is 409 `repeat_of_secret`.",
  revokeToken: "It is refused from this moment on, and so are the tokens that were made with it.",
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
  address:
    "A name or a whole address of lower-case letters, digits, dots, hyphens and underscores, 3 to 64 of them before the @. Upper case is folded.",
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
  endsAt: "At most 366 days ahead; 90 days where it is left out.",
  agentIds: "The only agents that the token reaches; null, or left out: all of them, also those to come.",
  verify: "`false` stores the key without a check at the provider.",
};
