import { domainToUnicode } from "node:url";
import type { DomainRow } from "../../shared/domains/domain.ts";
import { shownRecords } from "../../shared/domains/records.ts";

/** A claim as its owner sees it. `unicode` is the name in its own letters, beside the one that DNS has. */
export function shownDomain(row: DomainRow, { region, receives }: { region: string; receives: boolean }) {
  const { domain, state, proven_at = null, can_send, can_receive, catch_all_agent, checked_at = null } = row;
  return {
    ...{ domain, unicode: domainToUnicode(domain) || domain, state, can_send, can_receive, catch_all_agent },
    ...{ proven_at, checked_at, next_check_at: row.next_check_at, created_at: row.created_at },
    missing_since: state === "proven" ? (row.absent_since ?? null) : null,
    records: shownRecords(row, region, receives),
  };
}
