import { log } from "../../shared/log.ts";
import type { DeliveryEvent } from "../../shared/mail/delivery-event.ts";
import { advance } from "../../shared/runs/ledger.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";

/** The runner writes the same row at the same moment, so a refused write is tried on top of the new version. */
const TRIES = 5;

/**
 * Writes what SES reports of a reply into its run. It also settles a sending whose answer was lost.
 * @throws when the run changes faster than it can be written; the queue then delivers the event again
 */
export async function recordDelivery(event: DeliveryEvent, runs: RunStore, now: () => Date): Promise<void> {
  const { user_id, run_id, delivery, sent_message_id } = event;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const run = await runs.get(user_id, run_id);
    if (run === undefined) return log("run_unknown", { run_id });
    const change = { type: "delivery", delivery, sent_message_id } as const;
    if (advance(run, change, now()) === undefined) return;
    if (await runs.apply(run, change, now())) return log("delivery_recorded", { run_id, delivery });
  }
  throw new Error("The run changed under every try");
}
