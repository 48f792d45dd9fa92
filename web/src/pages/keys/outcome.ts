import type { Config, ProviderFacts } from "../../components/providers.ts";

/**
 * Says how storing a key went. `name` is the provider's name. A refused key is not stored, and its error appears at the
 * form.
 */
export function savedWords({ status }: Pick<Config, "status">, name: string): string {
  if (status === "active") return `The key works. ${name} accepts it.`;
  return `The key is stored. ${name} could not be asked about it just now; its first mail, or "Check again", will show.`;
}

/** The provider's page where the problem can be fixed. Undefined if it can be fixed in this app. */
export function mendPage({ status }: Pick<Config, "status">, facts: Pick<ProviderFacts, "mend_pages"> | undefined) {
  return status === "model_unavailable" ? undefined : facts?.mend_pages[status];
}

/** The sentence beside a key's state on its card. */
export function statusWords({ status, model_name }: Config, name: string): string | undefined {
  switch (status) {
    case "active":
      return undefined;
    case "unverified":
      return `${name} has not been asked about this key yet.`;
    case "rejected":
      return `${name} does not accept this key any more. Replace it, and the mails that wait for it are answered.`;
    case "no_credit":
      return `The account at ${name} has no credit left, or has reached a spending limit. Add credit or raise the limit there, then check again.`;
    case "model_unavailable":
      return `The key is good, but it may not use ${model_name}. Choose another model.`;
    case "lacks_rights":
      return `${name} knows the key, and does not let it do this. Give it the permission there, then check again.`;
    case "address_blocked":
      return `The key works only from addresses, sites or apps that were listed for it at ${name}. Remove that restriction there, since Latchkey's calls come from changing addresses; then check again.`;
    case "service_disabled":
      return `The API of ${name} is not enabled in the project of this key. Enable it there, wait some minutes, then check again.`;
    case "account_suspended":
      return `${name} has suspended, closed or archived the account or project of this key. Settle that there and check again, or store a key of another account.`;
    case "verification_needed":
      return `${name} wants the account verified before it may use ${model_name}. Verify it there and check again, or choose another model.`;
  }
}
