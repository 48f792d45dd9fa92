import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Payer, Run } from "../../shared/runs/run.ts";
import { usageRows } from "../../shared/usage/usage-rows.ts";
import { accountRowOf } from "./account-row.ts";
import type { Deps } from "./deps.ts";
import { nextSectionStart, type Place, readCursor, type Section, writeCursor } from "./export-cursor.ts";
import { remindersOf } from "./reminders.ts";

/** The rows of one page. DynamoDB ends a page at 1 MB, and an answer may hold 6 MB. */
const PAGE = 100;

type Row = Record<string, unknown>;
/** `next` is the sort key of the last row. It is missing when the section ends with this page. */
type Page = { rows: Row[]; next?: string | undefined };

/** One page of everything that is stored about a user. It begins where the previous page's cursor says. */
export async function exportPageOf(userId: string, cursor: string | undefined, deps: Deps) {
  const place = readCursor(cursor);
  const { rows, next } = await SECTIONS[place.section](userId, place.after, deps);
  const following: Place | undefined = next === undefined ? nextSectionStart(place.section) : { ...place, after: next };
  return { section: place.section, rows, next_cursor: following ? writeCursor(following) : null };
}

const SECTIONS: Record<Section, (userId: string, after: string | undefined, deps: Deps) => Promise<Page>> = {
  account: async (userId, _, deps) => {
    const user = await deps.users.get(userId);
    if (user === undefined) throw new LatchkeyError("unauthorized");
    const { default_provider = null } = user;
    const reminders = await remindersOf(user, deps);
    return { rows: [{ ...(await accountRowOf(user, deps)), default_provider, reminders }] };
  },

  // The sealed key is of no use outside, so the export leaves it out.
  ai_configurations: async (userId, _, { configs }) => {
    const all = await configs.list(userId);
    return { rows: all.map(({ ciphertext: _sealed, mask: api_key, ...row }) => ({ ...row, api_key })) };
  },

  agents: async (userId, _, { agents }) => {
    const all = await agents.list(userId);
    return { rows: all.map(({ agent_id: id, addresses_version: _counter, ...row }) => ({ id, ...row })) };
  },

  // The hash is of no use to anybody, so the export leaves it out.
  api_tokens: async (userId, _, { tokens }) => {
    const all = await tokens.list(userId);
    return { rows: all.map(({ token_id: id, token_hash: _hash, expires_at: _ttl, ...row }) => ({ id, ...row })) };
  },

  runs: async (userId, after, { runs, now }) => {
    const page = await runs.all(userId, after, PAGE);
    return { rows: page.runs.map((run) => runRow(run, now())), next: page.next };
  },

  usage: async (userId, after, { usage }) => {
    const page = await usage.all(userId, after, PAGE);
    return { rows: page.items.flatMap(usageRows), next: page.next };
  },

  domains: async (userId, _, { domains }) => {
    const all = await domains.list(userId);
    return { rows: all.map(({ check_shard: _all, claim_id: _id, ...row }) => row) };
  },

  blocked: async (userId, after, { blocked }) => blocked.all(userId, after, PAGE),

  mailboxes: async (userId, after, { mailboxes }) => mailboxes.all(userId, after, PAGE),

  quiet_threads: async (userId, after, { quiet }) => quiet.all(userId, after, PAGE),

  denied_senders: async (userId, after, { denied }) => denied.all(userId, after, PAGE),

  // The sealed signing secrets are of no use outside either.
  webhooks: async (userId, _, { endpoints }) => {
    const all = await endpoints.list(userId);
    return { rows: all.map(({ secrets: _sealed, in_flight: _f, flight_version: _v, ...row }) => row) };
  },

  webhook_deliveries: async (userId, after, { deliveries }) => {
    const page = await deliveries.all(userId, after, PAGE);
    return { rows: page.rows.map(({ delivery: _key, turn: _t, expires_at: _e, ...row }) => row), next: page.next };
  },
};

/** A run without the ledger's internal fields, and with the place of its raw mail. */
function runRow({ run_id: id, version: _v, write_id: _w, lease: _l, ...run }: Run, now: Date): Row {
  const raw_mail = isRawMailKept(run.received_at, now) ? `/api/conversations/${id}/raw` : null;
  return { id, ...run, ...payersOf(run), raw_mail };
}

/** Every payer that a run names. */
function payersOf({ payer, redo, earlier, lost_by }: Pick<Run, "payer" | "redo" | "earlier" | "lost_by">): Row {
  return {
    lost_by: lost_by.map(shown),
    ...(payer && { payer: shown(payer) }),
    ...(redo && { redo: { ...redo, payer: shown(redo.payer) } }),
    ...(earlier && { earlier: earlier.map((answer) => ({ ...answer, payer: shown(answer.payer) })) }),
  };
}

/** The fingerprint of the platform's key belongs to the team and is left out. */
function shown(payer: Payer) {
  return payer.paid_by === "owner" ? payer : { ...payer, key_fingerprint: null };
}
