import { isSameMailbox, isWithin } from "../mail/address.ts";
import { sesAuthResults } from "../mail/auth-results.ts";
import { readEnvelope } from "../mail/envelope/read-envelope.ts";
import type { KnownFacts } from "../mail/facts.ts";
import { headerValues } from "../mail/headers.ts";
import { connectAddress } from "./connect-sender.ts";
import { testSubject } from "./connection-test.ts";
import type { TestResult } from "./test-result.ts";
import type { Chain } from "./verify-chain.ts";
import { recognizeWay } from "./ways.ts";

type Returned = KnownFacts & { code: string; subject: string };

/** Judges a test mail that came back. */
export function judgeTest(mail: Returned, chain: Chain): Omit<TestResult, "at"> {
  const { author, own_domain, envelope_from, verdicts } = mail;
  const ours = connectAddress(own_domain);
  const from_kept = author !== undefined && isSameMailbox(author.address, ours);
  const dkim = isSignedByUs(mail) ? "pass" : "fail";
  const sealer = chain.state === "pass" ? chain.sets.at(-1)?.sealer : undefined;
  const isProven = from_kept && (dkim === "pass" || sealer !== undefined);
  return {
    outcome: isProven ? "connected" : isAnswer(mail, from_kept) ? "answered" : "changed",
    way: recognizeWay(mail),
    from_kept,
    subject_kept: mail.subject === testSubject(mail.code),
    dkim,
    arc: chain.state,
    ...(sealer !== undefined && { sealer }),
    envelope_rewritten: readEnvelope(envelope_from).forwarded || !isSameMailbox(envelope_from, ours),
    spf: word(verdicts.spf),
    dmarc: word(verdicts.dmarc),
  };
}

function isSignedByUs({ verdicts, headers, own_domain }: Returned): boolean {
  const { dkim, doubtful } = sesAuthResults(headers);
  return (
    !doubtful &&
    verdicts.dkim === "PASS" &&
    dkim.some((signer) => isWithin(own_domain, signer) || isWithin(signer, own_domain))
  );
}

/** A vacation note or a person's reply quotes our subject or text. */
function isAnswer({ headers, subject }: Returned, fromKept: boolean): boolean {
  if (fromKept) return false;
  const isReplied = headerValues(headers, "auto-submitted").some((value) => /^\s{0,9}auto-replied/i.test(value));
  const isReply =
    headerValues(headers, "in-reply-to").length > 0 && !/^(?:fwd?|wg|tr|rv|i|enc|vs|doorst|pd)\s?:/i.test(subject);
  return isReplied || isReply;
}

function word(verdict: KnownFacts["verdicts"]["spf"]): "pass" | "fail" | "none" {
  if (verdict === "PASS") return "pass";
  return verdict === "FAIL" ? "fail" : "none";
}
