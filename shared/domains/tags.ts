/** The role may change and delete only identities with this tag (infra/own-domains.ts). */
export const STACK_TAG = "latchkey:stack";
/** A new claim of the same domain does not take over the keys of an earlier one. */
export const CLAIM_TAG = "latchkey:claim";
