import { answerOfCall } from "../../../shared/runs/paid-calls.ts";
import type { Payer, Run, Used } from "../../../shared/runs/run.ts";
import type { Spent } from "../../../shared/usage/spent.ts";

/**
 * What a run has used, by the provider and model that were paid. Each lost call counts for its own provider and model,
 * which a fallback or a changed key can make different from the answer's. Its tokens count if the provider reported
 * them, as for a refusal that was charged.
 */
export function listSpending(run: Run): Spent[] {
  const { payer, lost_by, calls_lost } = run;
  const answer = answerOfCall(run);
  if (payer === undefined) throw new Error("A run that called a provider has a payer");
  // Old runs do not name the payers of their lost calls.
  const unnamed: Run["lost_by"] = Array.from({ length: Math.max(calls_lost - lost_by.length, 0) }, () => payer);
  const lost = [...lost_by, ...unnamed].map((each): Spent => ({ ...counted(run, each), counters: lostCall(each) }));
  if (answer === undefined) return lost;
  const counters = { mails: 1, ...reported(answer), mails_unpriced: answer.cost_nano_usd === null ? 1 : 0 };
  return [{ ...counted(run, payer), counters }, ...lost];
}

function lostCall({ used }: { used?: Used | undefined }): Spent["counters"] {
  return { calls_lost: 1, ...(used && reported(used)) };
}

function reported({ tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd }: Used) {
  const tokens = { tokens_in: tokens_in ?? 0, tokens_out: tokens_out ?? 0, tokens_cached, tokens_reasoning };
  return { ...tokens, ...(cost_nano_usd !== null && { cost_nano_usd }) };
}

function counted({ agent_id: agentId }: Run, payer: Payer): Omit<Spent, "counters"> {
  const { paid_by: paidBy, provider, model_name: model } = payer;
  return { paidBy, agentId, provider, model };
}
