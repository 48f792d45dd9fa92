/** What an API token may be allowed to do, in words for the person who makes it. The order is that of the form. */
export const SCOPES = {
  "conversations:read": "Read mails and their answers, and what they cost",
  "drafts:decide": "Approve, edit, discard and retry answers, and see the mail that an answer is for",
  "agents:manage": "Create, change, test and delete agents",
  "keys:manage": "Store, change and delete AI keys; a stored key is never shown",
  "domains:manage": "Set up and remove the account's own mail domains",
  "webhooks:manage": "Set up and remove webhooks",
  "tokens:manage": "Make and revoke API tokens, never with more rights than its own",
  "account:manage": "Read and export the account, and change its name and budget",
} as const satisfies Record<`${string}:${string}`, string>;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = [
  "conversations:read",
  "drafts:decide",
  "agents:manage",
  "keys:manage",
  "domains:manage",
  "webhooks:manage",
  "tokens:manage",
  "account:manage",
] as const satisfies readonly Scope[];
