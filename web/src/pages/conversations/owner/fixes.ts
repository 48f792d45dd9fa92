import type { Fix as FixRow, Help as HelpRow } from "../../../../../shared/reasons/reason.ts";
import { heldReason } from "../../../../../shared/runs/reasons.ts";
import { paths } from "../../../paths.ts";

/** Resolves the cause of a hold: a page to go to, or a correspondent to unblock. */
type Fix = { label: string; href: (agentId: string) => string } | "unblock";
type Help = Omit<HelpRow, "fix"> & { fix?: Fix };

type Page = Exclude<FixRow, "unblock">["page"];

const PAGES: Record<Page, (agentId: string) => string> = {
  keys: paths.keys,
  account: paths.account,
  agent: paths.agent,
  domains: paths.domains,
};

/** The help in the row of the reason. A mail with a reason that this page does not know can be retried. */
export function helpFor(reason: string | null): Help {
  const { fix, ...help } = heldReason(reason)?.help ?? { retry: true };
  if (fix === undefined) return help;
  return { ...help, fix: fix === "unblock" ? fix : { label: fix.label, href: PAGES[fix.page] } };
}

/** True where a mail was held for no other reason than that no person may have written it. */
export function isDoubt(reason: string | null): boolean {
  return heldReason(reason)?.doubt ?? false;
}
