import { type Address, type AddressStore, isLive } from "../../shared/agents/address-store.ts";
import { log } from "../../shared/log.ts";
import { decide } from "../../shared/mail/decide.ts";
import type { InboundNotice } from "../../shared/mail/notification.ts";
import { mayBeKept } from "../../shared/mail/reasons.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { newRun, type RestAtOnce } from "../../shared/runs/new-run.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import { logMetrics } from "../../shared/watch/emf.ts";

export type Deps = { addresses: AddressStore; runs: RunStore; jobs: JobQueue; mailDomain: string; now: () => Date };

/** `mail_shared`: the mail is addressed to agents of more than one owner. */
type RoutedMail = InboundNotice & { mail_shared: boolean };

type Recipient = Address & { tag: string | undefined };

/**
 * Adds one run for each agent that a mail is addressed to, and sends one job for each run. It reads the envelope and
 * the headers that SES reports, and neither the body nor a secret. A repetition changes nothing.
 */
export async function routeMail(mail: InboundNotice, deps: Deps): Promise<void> {
  // infra/mail-intake.ts raises an alarm for this line.
  if (mail.checks_off.length > 0) log("checks_off", { checks: mail.checks_off.join(" ") });
  const addresses = await Promise.all(mail.recipients.map((recipient) => deps.addresses.find(recipient)));
  const agents = new Map<string, Recipient>();
  for (const address of addresses) {
    // A mail to an unknown address, or to one that had ended when the mail came, is skipped silently: SES has accepted
    // it, and a bounce would go to a stranger.
    if (address === undefined || !isLive(address, mail.received_at)) continue;
    // A mail to two addresses or tags of one agent is one mail to that agent, which answers from the first of them. The
    // first tag is shown.
    const known = agents.get(address.agent_id);
    agents.set(address.agent_id, { ...(known ?? address), tag: known?.tag ?? address.tag });
  }
  const routed = { ses_message_id: mail.ses_message_id, recipients: mail.recipients.length, agents: agents.size };
  logMetrics("mail_routed", routed, [{ by: [[]], values: { MailsIn: [1, "Count"] } }]);
  const mail_shared = new Set([...agents.values()].map(({ user_id }) => user_id)).size > 1;
  await Promise.all([...agents.values()].map((address) => addRun({ ...mail, mail_shared }, address, deps)));
}

async function addRun(mail: RoutedMail, address: Recipient, deps: Deps): Promise<void> {
  const { ses_message_id, object_key, mail_shared, mail_from, from, subject, verdicts, received_at } = mail;
  const { user_id, agent_id, tag } = address;
  const arrival = { user_id, agent_id, ses_message_id, object_key, mail_shared, from, subject, verdicts, received_at };
  const rest = restAtOnce(mail, address, deps.mailDomain);
  const run = newRun({ ...arrival, envelope_from: mail_from, recipient: address.address, tag }, deps.now(), rest);
  await deps.runs.add(run);
  // The job is sent even if the run existed, because the delivery that added it may have crashed before it sent one.
  if (rest === undefined) await deps.jobs.send(run);
}

/**
 * Decides whether the headers alone forbid an answer. If SES cut the headers, the runner decides, because it has all of
 * them.
 */
function restAtOnce(mail: InboundNotice, address: Address, mailDomain: string): RestAtOnce | undefined {
  if (mail.headers === null) return undefined;
  const decision = decide({
    envelope_from: mail.mail_from,
    verdicts: mail.verdicts,
    headers: mail.headers,
    part_types: null,
    own_domain: mailDomain,
    agent: { id: address.agent_id, address: address.address },
  });
  if (decision.action === "answer") return undefined;
  if (address.answers === false && mayBeKept(decision.reason)) return undefined;
  return { state: decision.action === "hold" ? "held" : "skipped", reason: decision.reason };
}
