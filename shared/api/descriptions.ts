import type { ApiFunction } from "./route.ts";
import type { RouteName } from "./routes.ts";

/** Texts of the OpenAPI document beside the schemas. No function loads them. */

export const TAGS: Record<ApiFunction, string> = {
  auth: "Accounts and sessions. The access token lives 15 minutes; the refresh token is a cookie that works once.",
  "ai-config": "The owner's AI keys, one of each provider. A whole key goes in and never comes out.",
  agents: "Agents: an e-mail address each, with instructions, limits and the provider that answers.",
  mailboxes: "Mailboxes of the owner's that forward to an agent: tests of the way, and codes of services that ask.",
  conversations: "Runs: one mail at one agent, from its arrival to its reply, with what it cost.",
  usage: "What the answers cost, in tokens and US dollars.",
  account: "The account itself: its budget, its export, its end.",
  openapi: "This document.",
};

/** What a client must know about a route and cannot see in its schemas. */
export const ROUTE_RULES: Partial<Record<RouteName, string>> = {
  signup:
    "An e-mail that has an account is 409 `email_taken`; where the team asks for confirmation the answer is the same 202 for both. Tries are counted by the caller's address and by e-mail: 429 with `Retry-After`.",
  login:
    "A wrong password, an unknown e-mail and an address that is not confirmed yet are the same 401. Tries are counted by the caller's address and by e-mail: 429 with `Retry-After`.",
  resend: "Five codes an hour to one e-mail; beyond them the answer is the same and no mail leaves.",
  forgotPassword: "Five codes an hour to one e-mail; beyond them the answer is the same and no mail leaves.",
  refresh: "A refresh cookie works once; a second use within ten seconds gets the same session.",
  saveConfig:
    "201 where there was no row of the provider, 200 where it was replaced. A key that the provider refuses is 422, and nothing is stored. At most 20 checks an hour.",
  patchConfig: "The body changes the fields that it names. At most 20 checks of keys an hour.",
  connectMailbox:
    "A mailbox that is connected already is tested again. At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`.",
  testMailbox: "At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`.",
  quietRun: "Its later mails are held as `owner_answers` until this is taken back.",
  patchAgent: "The body changes the fields that it names.",
  listRuns: "Give `agent_id` or `thread_id`, not both.",
  editRun: "Only a run in state `drafted` takes it; any other is 409.",
  getUsage:
    "`from` must not lie after `to`, and both lie within 366 days. `Accept: text/csv` gets the groups as a table.",
  exportAccount: "Go on with `next_cursor` until it is null; a section without rows comes as an empty page.",
};

/** Rules for fields of requests that JSON Schema cannot express, by the field's name. */
export const FIELD_RULES: Readonly<Record<string, string>> = {
  email: "Spaces around it are taken off, and it is compared in lower case.",
  newPassword: "Passwords known from leaks may be refused as `weak_password`.",
  apiKey:
    "What is pasted around a key (quotes, `Bearer`, a variable's name) is taken off. Empty keeps the stored key. Otherwise 8 characters or more. A masked key is refused.",
  ownerPrice: "Used while no price list knows the model; it holds for this model alone. Null takes it away.",
  isDefault: "Where none was chosen, the oldest row is the default.",
  name: "One line. Spaces around it are taken off, and it may hold no AI key.",
  modelName: "One line. Spaces around it are taken off, and it may hold no AI key.",
  subject: "One line. Spaces around it are taken off, and it may hold no AI key.",
  instructions: "May hold no AI key.",
  hint: "Spaces around it are taken off, and it may hold no AI key.",
  answer: "Must hold something to read, not only spaces and invisible characters.",
  formDomains:
    "Domains whose mails may name another address in Reply-To. A domain in letters of its own is stored in its ASCII form; a public mailbox provider's is refused.",
  answerOnly: "Mailboxes or whole domains; empty for everybody. A domain includes what lies below it.",
  cursor: "`next_cursor` of the page before, as it came.",
  q: "Looked for in sender and subject, upper or lower case.",
  verify: "`false` stores without asking the provider.",
};
