import type { Agent } from "../../../shared/agents/agent.ts";
import type { RawMails } from "../../../shared/aws/raw-mails.ts";
import type { Connected } from "../../../shared/forwarding/connected.ts";
import type { MailFacts } from "../../../shared/mail/facts.ts";
import { withoutPublic } from "../../../shared/mail/public-mailboxes.ts";
import type { Mailbox } from "../../../shared/mailboxes/mailbox.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { backoff, hold, type Stop } from "../stop/stop.ts";
import type { MailReader } from "./mail-reader.ts";
import type { Known, Reading } from "./read-raw.ts";
import type { FindsKeys } from "./signing-keys.ts";

export type ReadsStored = FindsKeys & {
  mails: RawMails;
  reader: MailReader;
  mailDomain: string;
  now: () => Date;
};

/** After so many waits for DNS, the mail is read without keys: its chain then proves nothing. */
const MOST_WAITS = 4;

/** Reads the stored mail in a thread. A chain of seals is read a second time, once the keys are there. */
export async function readStoredMail(
  { run, agent, addressed, mailboxes }: { run: Run; agent: Agent; addressed: MailFacts["agent"]; mailboxes: Mailbox[] },
  deps: ReadsStored,
): Promise<{ reading: Reading } | Stop> {
  const [raw, form_domains] = await Promise.all([
    deps.mails.get(run.object_key),
    // The API refuses a mailbox provider's domain; one that the list did not know then may be there.
    withoutPublic(agent.form_domains),
  ]);
  const known: Known = {
    envelope_from: run.envelope_from,
    verdicts: run.verdicts,
    own_domain: deps.mailDomain,
    agent: addressed,
    form_domains,
    answer_only: agent.answer_only,
    owner_asked: isReopened(run),
    is_test: run.is_test,
    connected: mailboxes.flatMap(connectedOf),
  };
  const first = await deps.reader.read(raw, known);
  const names = "travel" in first ? first.travel.wants_keys : [];
  if (names.length === 0) return checked(run, first);
  const keys = await deps.signingKeys.find(names, deps.now());
  if (keys === undefined && run.attempts < MOST_WAITS) {
    return { stop: "wait", seconds: backoff(run.attempts), why: "dns" };
  }
  // The first reading may have taken the bytes with it into the thread.
  const again = await deps.mails.get(run.object_key);
  return checked(run, await deps.reader.read(again, { ...known, keys: keys ?? {} }));
}

function checked(run: Run, reading: Awaited<ReturnType<MailReader["read"]>>): { reading: Reading } | Stop {
  if ("ended" in reading) return { stop: "broke_off", seconds: backoff(run.crashes ?? 0) };
  if ("problem" in reading) return hold(reading.problem);
  return { reading };
}

/** A mailbox counts as connected once a test has come back through it, whatever its proof was worth. */
function connectedOf({ address, result }: Mailbox): Connected[] {
  if (result === undefined || result.outcome === "answered") return [];
  return [{ address, way: result.way, sealer: result.outcome === "connected" ? result.sealer : undefined }];
}

/** True where its owner asks for an answer to this mail. A key that works again asks for none. */
export function isReopened({ reopened_at, released }: Run): boolean {
  return reopened_at !== undefined && !released;
}
