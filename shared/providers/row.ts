/** The states of a key that are not mended where keys are made or credit is bought. */
type Mended = "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";

/**
 * What every function may know of a provider at no cost: names, addresses and the form of its keys. What a call needs
 * beside that is larger, and is loaded where it is used (`api.ts`, `load.ts`).
 */
export type ProviderRow = {
  /** As it stands in stored rows, in the API and in the encryption context: never changed once a key is stored. */
  id: string;
  /** As people say it. */
  name: string;
  /** The only place that a key is ever sent to. */
  origin: `https://${string}`;
  key: {
    /** The header that carries it, in lower case, and what stands before it there. */
    header: string;
    prefix: string;
    /** How keys begin that are surely this provider's. It only excludes others: a key of an unknown form may be a new one. */
    begins: RegExp;
    /** A hint in an empty field. */
    looksLike: string;
    /** A key that the stub on one machine answers: it holds `-demo-`. */
    demo: `${string}-demo-${string}`;
  };
  /** Request headers of its protocol, which pass the wire beside the common ones. */
  headers: readonly string[];
  /** Pages for people: where keys are made, where credit is bought, and where else something is settled that stops a key. */
  pages: { keys: string; billing: string; mend?: Partial<Record<Mended, string>> };
  /** Its name in the price list; null where the list does not have it, so that its costs are unknown. */
  prices: string | null;
  /** What a key is stored with where its owner names no model. */
  defaultModel: string;
  /** How the names of its own models begin, in lower case. Others exist (a fine-tuned model has any name), so these only exclude. */
  modelNames: RegExp;
};
