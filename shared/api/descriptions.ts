import type { ApiFunction } from "./route.ts";
import type { RouteName } from "./routes.ts";

/** Texts of the OpenAPI document that are not in the schemas. No function loads them. */

export const TAGS: Record<ApiFunction, string> = {
  auth: "Accounts and sessions. The access token lives 15 minutes; the refresh token is a cookie that works once.",
  "ai-config": "The owner's AI keys, one of each provider. A whole key goes in and never comes out.",
  agents: "Agents: an e-mail address each, with instructions, limits and the provider that answers.",
  mailboxes: "Mailboxes of the owner's that forward to an agent: tests of the way, and codes of services that ask.",
  conversations: "Runs: one mail at one agent, from its arrival to its reply, with what it cost.",
  domains: "Own domains, and the DNS records that prove them. Agents may have addresses on a proven one.",
  usage: "What the answers cost, in tokens and US dollars.",
  account: "The account itself: its budget, its export, its end.",
  tokens: "API tokens, for programs. A token is shown once, when it is made, and works until it ends or is revoked.",
  webhooks: "Webhooks by Standard Webhooks: where a program is told of what happens, and what became of each call.",
  openapi: "This document.",
  mcp: "The Model Context Protocol for assistants: docs/programs.md.",
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
    "201 where there was no row of the provider, 200 where it was replaced. A key that the provider refuses is 422, and nothing is stored. At most 20 checks an hour.",
  patchConfig: "The body changes the fields that it names. At most 20 checks of keys an hour.",
  connectMailbox:
    "A mailbox that is connected already is tested again. At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`.",
  testMailbox: "At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`.",
  quietRun: "Its later mails are held as `owner_answers` until this is taken back.",
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
  editRun: "Only a run in state `drafted` takes it; any other is 409.",
  claimDomain:
    "At most five domains for an account. Two accounts may add the same domain, each with a record of its own; whoever's record is found first has it. Public suffixes, mailbox providers and the operators' own domains are 400.",
  checkDomain:
    "The domain is proven when two checks, 30 seconds apart or more, find its record at every name server. It is checked without this call, too.",
  getUsage:
    "`from` must not be after `to`, and the range has at most 366 days. `Accept: text/csv` returns the groups as a table.",
  createToken:
    "The answer shows the token, and nothing shows it again. A token that makes another gives it no scope, no agent and no later end than its own, and revoking the one revokes the other. A repetition with the same Idempotency-Key is 409 `repeat_of_secret`.",
  revokeToken: "It is refused from this moment on, and so are the tokens that were made with it.",
  createWebhook:
    "At most ten. The address is `https` on port 443 or 8443, with a name or address of the public Internet; what the name leads to is checked again at each call.",
  patchWebhook:
    "The body changes the fields that it names. Switching on, or another address, sets the count of failures back.",
  testWebhook: "At most 60 test events and deliveries anew an hour.",
  rotateWebhookSecret:
    "During the overlap each call has two signatures, and a receiver accepts it if either is right. `overlapHours: 0` ends the old secret at once.",
  redeliver: "At most 60 test events and deliveries anew an hour.",
  redeliverFailed: "At most 60 test events and deliveries anew an hour.",
  exportAccount: "Go on with `next_cursor` until it is null; a section without rows comes as an empty page.",
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
    "Domains whose mails may name another address in Reply-To. A domain in letters of its own is stored in its ASCII form; a public mailbox provider's is refused.",
  answerOnly:
    "Mailboxes, domains or `*.domain`; empty for everybody. A domain includes what lies below it; behind `*.` it is only that.",
  officeHours:
    "Times by the clock of `timeZone`. A `to` that is not after its `from` is on the next day. Times may not overlap, last 15 minutes or more, and the week has at least one. `note` must hold text where `outside` is `note`.",
  senders:
    "One a line, or between commas, semicolons, tabs or spaces; with names; or CSV whose head names the column. Each entry is added, or is in `refused` with its line. A list holds 10,000.",
  cursor: "`next_cursor` of the page before, as it came.",
  q: "Looked for in sender and subject, upper or lower case.",
  unchangedSince: "The `updated_at` that you have read. A run that has changed since is left as it is: 409.",
  endsAt: "At most 366 days ahead; 90 days where it is left out.",
  agentIds: "The only agents that the token reaches; null, or left out: all of them, also those to come.",
  verify: "`false` stores the key without a check at the provider.",
};
