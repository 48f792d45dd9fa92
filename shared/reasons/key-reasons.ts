import type { Fix, HeldReason } from "./reason.ts";

const ADD_KEY: Fix = { label: "Add a key", page: "keys" };
const SEE_KEYS: Fix = { label: "See your keys", page: "keys" };
const CHANGE_KEY: Fix = { label: "Change the key", page: "keys" };
const CHANGE_MODEL: Fix = { label: "Choose another model", page: "keys" };
const WHEN_KEY_WORKS = "When a working key is stored, this mail is answered by itself.";
const WHEN_CHECKED = "Once it works, this mail is answered by itself.";
const WHEN_CHANGED = "Once you change the settings, this mail is answered by itself.";

/**
 * Why a mail could not be answered with a key. `key` resolves a reason when a working key is stored, when a check finds
 * that the stored key works, or when the platform's key may answer. `settings` resolves it when the model, the
 * temperature or the token limit changes.
 */
export const KEY_REASONS = {
  no_ai_config: {
    owner:
      "There is no AI key to answer with. Store one, and the mail is answered. Free answers, where they are offered, need a confirmed address.",
    operator: "Where free answers are on: look for `platform_key_failed` in the runner's log.",
    resolvedBy: ["key"],
    help: { fix: ADD_KEY, retry: true },
  },
  key_unreadable: {
    owner: "The stored key could not be opened. Store it again.",
    operator:
      "KMS does not open the ciphertext: look whether the vault's key was replaced, and whether its policy names the runner.",
    resolvedBy: ["key"],
    help: { fix: CHANGE_KEY, note: WHEN_KEY_WORKS, retry: true },
  },
  key_rejected: {
    owner: "The provider does not accept the stored key. Store a new one.",
    operator: null,
    resolvedBy: ["key"],
    help: { fix: CHANGE_KEY, note: WHEN_KEY_WORKS, retry: true },
  },
  no_credit: {
    owner: "The provider account of the key has no credit left, or has reached a spending limit.",
    operator: null,
    resolvedBy: ["key"],
    help: {
      fix: SEE_KEYS,
      note: "Once the key has credit and you have checked it again, this mail is answered by itself.",
      retry: true,
    },
  },
  model_unavailable: {
    owner: "The key cannot use the chosen model.",
    operator: "Many for one model: its provider has ended it. Add it to the provider's `endings`.",
    resolvedBy: ["key", "settings"],
    help: { fix: CHANGE_MODEL, note: WHEN_KEY_WORKS, retry: true },
  },
  lacks_rights: {
    owner: "The provider does not let the key do this: it lacks a permission.",
    operator: null,
    resolvedBy: ["key"],
    help: { fix: SEE_KEYS, note: `Give it the permission there, then check the key. ${WHEN_CHECKED}`, retry: true },
  },
  address_blocked: {
    owner:
      "The key works only from addresses, sites or apps that were listed for it at the provider. Latchkey's calls come from changing addresses.",
    operator: null,
    resolvedBy: ["key"],
    help: { fix: SEE_KEYS, note: `Remove that restriction there, then check the key. ${WHEN_CHECKED}`, retry: true },
  },
  service_disabled: {
    owner: "The provider's API is not enabled in the project of the key.",
    operator: null,
    resolvedBy: ["key"],
    help: { fix: SEE_KEYS, note: `Enable it there, then check the key. ${WHEN_CHECKED}`, retry: true },
  },
  account_suspended: {
    owner: "The provider has suspended, closed or archived the account or project of the key.",
    operator: null,
    resolvedBy: ["key"],
    help: {
      fix: SEE_KEYS,
      note: `Settle that there and check the key, or store a key of another account. ${WHEN_CHECKED}`,
      retry: true,
    },
  },
  verification_needed: {
    owner: "The provider wants the account of the key verified before it may use the chosen model.",
    operator: null,
    resolvedBy: ["key", "settings"],
    help: {
      fix: SEE_KEYS,
      note: `Verify it there and check the key, or choose another model. ${WHEN_CHECKED}`,
      retry: true,
    },
  },
  rate_limited: {
    owner: "The provider limits the rate of the key, and asks to wait longer than the 48 hours that a mail may wait.",
    operator: "Nothing: the limit is of the owner's key.",
    resolvedBy: ["key"],
    help: { fix: SEE_KEYS, note: "Store a key with a higher limit, and this mail is answered by itself.", retry: true },
  },
  provider_down: {
    owner: "The provider is down, and asks to wait longer than the 48 hours that a mail may wait.",
    operator: "Look at the provider's status page; redrive when it is back.",
    resolvedBy: ["key"],
    help: { fix: SEE_KEYS, note: "Try again when it is back, or store a key of another provider.", retry: true },
  },
  bad_call: {
    owner: "The provider refused the settings of the call.",
    operator:
      "Many at one provider: it has changed what it takes. Look at `provider_call_failed`, and mend its `ModelRules`.",
    resolvedBy: ["key", "settings"],
    help: { fix: { label: "Change the key's settings", page: "keys" }, note: WHEN_CHANGED, retry: true },
  },
  too_long: {
    owner: "The mail is longer than the model can read.",
    operator: null,
    resolvedBy: ["key", "settings"],
    help: { fix: CHANGE_MODEL, note: WHEN_CHANGED, retry: true },
  },
} as const satisfies Record<string, HeldReason>;
