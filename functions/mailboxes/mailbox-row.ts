import { explainMailbox } from "../../shared/forwarding/explain.ts";
import { wayName } from "../../shared/forwarding/ways.ts";
import type { Mailbox, StoredConfirmation } from "../../shared/mailboxes/mailbox.ts";

/** A mailbox as its owner sees it: without the code of the test, which is for the mail alone. */
export function shownMailbox(row: Mailbox, now: Date) {
  const { id, agent_id, address, tested_at, result } = row;
  return {
    ...{ id, agent_id, address, tested_at },
    ...explainMailbox(row, now),
    result: result === undefined ? null : { ...result, way_name: wayName(result.way, address) },
  };
}

export function shownConfirmation({ run_id, service, code, link, asked_by, received_at }: StoredConfirmation) {
  return { run_id, service, code: code ?? null, link: link ?? null, asked_by: asked_by ?? null, received_at };
}
