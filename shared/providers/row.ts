/** States of a key that are not fixed on the pages for keys or billing. */
type Mended = "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";

/**
 * What every function may load about a provider at no cost: names, addresses and the form of its keys. The larger
 * parts that a call needs are loaded only where they are used (`api.ts`, `load.ts`).
 */
export type ProviderRow = {
  /** The id in stored rows, in the API and in the encryption context. It must not change once a key is stored. */
  id: string;
  /** The name for people. */
  name: string;
  /** The only host that a key is ever sent to. */
  origin: `https://${string}`;
  key: {
    /** The header that carries the key, in lower case, and the text before the key. */
    header: string;
    prefix: string;
    /**
     * The start of keys that certainly belong to this provider. It only excludes other providers: a key of an unknown
     * form may be a new kind.
     */
    begins: RegExp;
    /** The placeholder of an empty field. */
    looksLike: string;
    /** A key that the local stub accepts; it contains `-demo-`. */
    demo: `${string}-demo-${string}`;
  };
  /** Request headers of its protocol that may pass the wire, besides the common ones. */
  headers: readonly string[];
  /** Pages for people: for keys, for billing, and for other states that stop a key. */
  pages: { keys: string; billing: string; mend?: Partial<Record<Mended, string>> };
  /** Its name in the price list; null if the list lacks it, so that its costs are unknown. */
  prices: string | null;
  /** The model for a key whose owner names none. */
  defaultModel: string;
  /**
   * The start of its own models' names, in lower case. Other names exist (a fine-tuned model can have any name), so
   * this only excludes other providers.
   */
  modelNames: RegExp;
};
