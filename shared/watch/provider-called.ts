import { type ErrorCode, LatchkeyError } from "../errors.ts";
import { handlingOf } from "../providers/handling.ts";
import type { RunKey } from "../runs/run-store.ts";
import { logMetrics } from "./emf.ts";

type Call = {
  run: RunKey;
  provider: string;
  model: string;
  paidBy: string;
  milliseconds: number;
  /** In 1e-9 USD; null or undefined if unknown. */
  cost: number | null | undefined;
  /** Why it gave no answer. */
  code?: ErrorCode | undefined;
};

/** Writes one log line per provider call. The alarm for a provider that fails for many owners counts these by owner. */
export function logProviderCall({ run, provider, model, paidBy, milliseconds, cost, code }: Call): void {
  const failed = code !== undefined;
  const down = failed && handlingOf(new LatchkeyError(code))?.outage === true;
  logMetrics(
    "provider_called",
    {
      ...{ run_id: run.run_id, user_id: run.user_id, provider, model, paid_by: paidBy },
      outcome: failed ? (down ? "down" : "refused") : "answered",
      code,
      cost_nano_usd: cost ?? undefined,
    },
    [
      {
        by: [["provider"]],
        values: {
          ProviderLatency: [milliseconds, "Milliseconds"],
          ProviderCalls: [1, "Count"],
          ProviderErrors: [failed ? 1 : 0, "Count"],
          ...(typeof cost === "number" && { ProviderCost: [cost / 1e9, "None"] }),
        },
      },
    ],
  );
}
