import type { Config } from "../../components/providers.ts";

/** What came of storing a key, in a sentence; `name` is the provider's. A key that was refused was not stored, and is told at the form. */
export function savedWords({ status }: Pick<Config, "status">, name: string): string {
  if (status === "active") return `The key works. ${name} accepts it.`;
  return `The key is stored. ${name} could not be asked about it just now; its first mail, or "Check again", will show.`;
}

/** What a card says of a key beside the word of its state. */
export function statusWords({ status, model_name }: Config, name: string): string | undefined {
  switch (status) {
    case "active":
      return undefined;
    case "unverified":
      return `${name} has not been asked about this key yet.`;
    case "rejected":
      return `${name} does not accept this key any more. Replace it, and the mails that wait for it are answered.`;
    case "no_credit":
      return `The account at ${name} has no credit left. Top it up there, then check again.`;
    case "model_unavailable":
      return `The key is good, but it may not use ${model_name}. Choose another model.`;
  }
}
