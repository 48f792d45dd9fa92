import { cameThrough } from "../../../shared/forwarding/came-through.ts";
import { type Confirmation, findConfirmation } from "../../../shared/forwarding/confirmation/find-confirmation.ts";
import type { Connected } from "../../../shared/forwarding/connected.ts";
import { codeOf } from "../../../shared/forwarding/connection-test.ts";
import { judgeTest } from "../../../shared/forwarding/judge-test.ts";
import { isSealedSender } from "../../../shared/forwarding/sealed-sender.ts";
import { keyNames, newestSealer } from "../../../shared/forwarding/seals.ts";
import type { TestResult } from "../../../shared/forwarding/test-result.ts";
import { type Chain, type Keys, verifyChain } from "../../../shared/forwarding/verify-chain.ts";
import type { WayId } from "../../../shared/forwarding/way-ids.ts";
import { recognizeWay } from "../../../shared/forwarding/ways.ts";
import { domainOf } from "../../../shared/mail/address.ts";
import { namedRecipients } from "../../../shared/mail/addressed.ts";
import { type KnownFacts, knownFacts, type MailFacts } from "../../../shared/mail/facts.ts";
import type { ParsedMail } from "../../../shared/mail/parse.ts";
import { isProven } from "../../../shared/mail/proven-sender.ts";
import { scanMail } from "../../../shared/mail/scan.ts";

/** How a mail came to the agent, and what it is if it is about the way itself. */
export type Travel = {
  /** The owner's mailbox that it came through, and how that one forwarded it. */
  through: { address: string; way: WayId } | undefined;
  /** The names in DNS whose keys the chain of seals needs. Empty once they are given, or if no chain matters. */
  wants_keys: string[];
  /** The code of a test mail that came back, and what was left of its proof. */
  test: { code: string; result: Omit<TestResult, "at"> } | undefined;
  confirmation: Confirmation | undefined;
  recipients: string[];
};

type Way = { through: Connected | undefined; sealed_for: string | undefined; chain: Chain; wants_keys: string[] };

/** What the rules must know of a mail's way before they decide. The chain is verified only where it can prove something. */
export function findWay(raw: Uint8Array, before: MailFacts, connected: Connected[], keys: Keys | undefined): Way {
  const facts = knownFacts(before);
  const through = cameThrough(facts.headers, connected);
  const sealers = connected.flatMap(({ sealer }) => sealer ?? []);
  const sealer = newestSealer(facts.headers);
  const matters =
    sealer !== undefined &&
    (codeOf(facts.headers, facts.text) !== undefined || (sealers.includes(sealer) && !isProven(facts)));
  if (!matters) return { through, sealed_for: undefined, chain: { state: "none" }, wants_keys: [] };
  if (keys === undefined)
    return { through, sealed_for: undefined, chain: { state: "fail" }, wants_keys: keyNames(facts.headers) };
  const chain = verifyChain(raw, keys);
  const from = domainOf(facts.author?.address ?? "");
  const isSealed = chain.state === "pass" && isSealedSender(chain.sets, sealers, from);
  return { through, sealed_for: isSealed ? from : undefined, chain, wants_keys: [] };
}

/** Reads what a mail says of its way, once the rules know it too. */
export async function readTravel(
  raw: Uint8Array,
  mail: ParsedMail,
  facts: KnownFacts,
  { through, chain, wants_keys }: Way,
): Promise<Travel> {
  const code = codeOf(facts.headers, facts.text);
  return {
    through: through && { address: through.address, way: recognizeWay(facts) },
    wants_keys,
    test:
      code === undefined ? undefined : { code, result: judgeTest({ ...facts, code, subject: mail.subject }, chain) },
    confirmation: isProven(facts) ? await confirmationOf(raw, mail, facts) : undefined,
    recipients: namedRecipients(facts).map(({ address }) => address),
  };
}

async function confirmationOf(
  raw: Uint8Array,
  { subject, text }: ParsedMail,
  { author, agent }: KnownFacts,
): Promise<Confirmation | undefined> {
  const asked = { from: author?.address ?? "", subject, text, links: [], agent: agent.address };
  if (findConfirmation(asked) === undefined) return undefined;
  // Only a confirmation is looked through for links, and the parser of HTML is large.
  const { linksOf } = await import("../../../shared/forwarding/confirmation/confirmation-links.ts");
  const scan = scanMail(raw);
  return findConfirmation({ ...asked, links: "root" in scan ? linksOf(scan.root) : [] });
}
