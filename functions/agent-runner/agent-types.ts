import type { Agent } from "../../shared/agents/agent.ts";
import type { Mailbox } from "../../shared/mailboxes/mailbox.ts";
import type { Run } from "../../shared/runs/run.ts";
import { timeStep } from "../../shared/watch/stopwatch.ts";
import { askForAnswer, checkLostCalls } from "./call/ask-for-answer.ts";
import { checkCallTime } from "./call/ask-once.ts";
import type { Deps } from "./deps.ts";
import { collectMails } from "./digest/collect-mails.ts";
import { composeSummaryOf } from "./digest/compose-summary.ts";
import { decideToKeep, keepMail } from "./digest/keep-mail.ts";
import { writeSummaryPrompt } from "./digest/summary-prompt.ts";
import { checkCorrespondentCaps, checkOwnerTakesMail } from "./limits/correspondent-caps.ts";
import { lookUpLimits } from "./limits/look-up-limits.ts";
import { checkReplyCaps } from "./limits/reply-caps.ts";
import { reserveCall } from "./limits/reserve-call.ts";
import { checkDuplicate, decide, readMail } from "./mail/read-mail.ts";
import { checkConnectionTest } from "./mailbox/connection-test.ts";
import { noteConfirmation } from "./mailbox/note-confirmation.ts";
import { noteOwnersAnswer } from "./mailbox/owners-answer.ts";
import { checkQuietThread } from "./mailbox/quiet-thread.ts";
import { checkBreaker } from "./payer/breaker.ts";
import { choosePayer, type Terms } from "./payer/choose-payer.ts";
import { openPayer } from "./payer/open-key.ts";
import type { OwnerRows } from "./payer/owner-rows.ts";
import { writePrompt } from "./prompt/write-prompt.ts";
import { checkFromDomain } from "./send/check-from-domain.ts";
import { composeReplyOf } from "./send/compose-reply.ts";
import { checkCanary, checkMaySend, checkOwner, countAnswer, sendAnswer } from "./send/send-answer.ts";
import { checkDenied } from "./senders/denied.ts";
import { draftFirstMail, rememberAnswered } from "./senders/first-mail.ts";
import { checkOfficeHours } from "./senders/office-hours.ts";
import { type Outcome, steps } from "./steps.ts";
import type { Lease } from "./stop/lease.ts";
import { backoff, hold, type Stop } from "./stop/stop.ts";

/** What is known of a run before its first step. `terms`: the terms of its call, once a step has chosen them. */
type Claimed = {
  run: Run;
  agent: Agent;
  owner: OwnerRows;
  /** The owner's mailboxes that forward to the agent. */
  mailboxes: Mailbox[];
  lease: Lease;
  terms?: Terms | undefined;
};

/** Counts a stored answer and sends it. */
const SEND_REPLY = steps<Claimed>()
  .check("count the answer; a draft rests here", countAnswer)
  .check("no instructions in the answer", checkCanary)
  .check("may still be sent", checkMaySend)
  .check("may leave from its domain", checkFromDomain)
  .step("compose the reply", composeReplyOf)
  .step("send", sendAnswer)
  .check("remember whom it answered", rememberAnswered);

/** Takes a mail to its reply. The limits are checked in the order of this list, all before the provider is asked. */
const ANSWER_MAIL = steps<Claimed>()
  .check("agent is on", checkAgentIsOn)
  .step("read the mail", timeStep("read", readMail))
  .check("no test of the owner's mailbox", checkConnectionTest)
  .check("keep a forwarding service's code", noteConfirmation)
  .check("no copy of the owner's own answer", noteOwnersAnswer)
  .check("sender is not denied", checkDenied)
  .check("decide by the rules", decide)
  .check("not sent twice by its sender", checkDuplicate)
  .check("answer may leave from its domain", checkFromDomain)
  .step("look up blocks, caps and quiet threads", lookUpLimits)
  .check("owner does not answer in this thread", checkQuietThread)
  .step("office hours", checkOfficeHours)
  .check("calls lost", checkLostCalls)
  .step("choose whose key pays", choosePayer)
  .check("key refused a moment ago", checkBreaker)
  .check("answers to this correspondent", checkCorrespondentCaps)
  .step("first mail of its sender", draftFirstMail)
  .check("replies of the account and of all", checkReplyCaps)
  .step("write the prompt", writePrompt)
  .check("reserve mails and money", timeStep("reserve", reserveCall))
  .step("open the key", timeStep("open", openPayer))
  .check("time for a call", checkCallTime)
  .step("call and store the answer", askForAnswer)
  .join(SEND_REPLY);

const RESUME_REPLY = steps<Claimed>().check("owner is there", checkOwner).join(SEND_REPLY);

/** Keeps a mail for the day's summary. Its sender gets no answer. */
const KEEP_MAIL = steps<Claimed>()
  .check("agent is on", checkAgentIsOn)
  .step("read the mail", timeStep("read", readMail))
  .check("no test of the owner's mailbox", checkConnectionTest)
  .check("keep a forwarding service's code", noteConfirmation)
  .check("sender is not denied", checkDenied)
  .check("decide whether it may be kept", decideToKeep)
  .check("not sent twice by its sender", checkDuplicate)
  .check("keep", keepMail);

const SEND_SUMMARY = steps<Claimed>()
  .check("count the summary", countAnswer)
  .check("no instructions in the summary", checkCanary)
  .check("may still be sent", checkMaySend)
  .step("compose the summary", composeSummaryOf)
  .step("send", sendAnswer);

/** Makes the day's summary of the mails that were kept, on the owner's key and under the same limits as an answer. */
const WRITE_SUMMARY = steps<Claimed>()
  .check("agent is on", checkAgentIsOn)
  .step("collect the mails that were kept", collectMails)
  .check("calls lost", checkLostCalls)
  .step("choose whose key pays", choosePayer)
  .check("key refused a moment ago", checkBreaker)
  .step("look up blocks, caps and quiet threads", lookUpLimits)
  .check("owner takes mails from this agent", checkOwnerTakesMail)
  .check("replies of the account and of all", checkReplyCaps)
  .step("write the prompt", writeSummaryPrompt)
  .check("reserve mails and money", timeStep("reserve", reserveCall))
  .step("open the key", timeStep("open", openPayer))
  .check("time for a call", checkCallTime)
  .step("call and store the summary", askForAnswer)
  .join(SEND_SUMMARY);

const RESUME_SUMMARY = steps<Claimed>().check("owner is there", checkOwner).join(SEND_SUMMARY);

/** A newer release stored this type. The run waits for that release, and is held after 48 hours. */
const WAIT_FOR_RELEASE = steps<Claimed>().check("type of the agent is known", waitForRelease);

type List = { names: readonly string[]; run(begin: Claimed, deps: Deps): Promise<Outcome<Claimed, Claimed>> };

/** The steps of each type of agent: for a new mail, for a summary, and for either once its answer is stored. */
const AGENT_TYPES = {
  email_inbound: { mail: ANSWER_MAIL, storedAnswer: RESUME_REPLY },
  email_digest: { mail: KEEP_MAIL, summary: WRITE_SUMMARY, storedAnswer: RESUME_SUMMARY },
  unknown: { mail: WAIT_FOR_RELEASE, storedAnswer: WAIT_FOR_RELEASE },
} as const satisfies Record<Agent["type"], AgentSteps>;

type AgentSteps = { mail: List; summary?: List; storedAnswer: List };

/** Returns the steps that a claimed run takes next. */
export function stepsFor({ type }: Pick<Agent, "type">, { state, is_summary }: Run): List {
  const { mail, summary, storedAnswer }: AgentSteps = AGENT_TYPES[type];
  if (state === "generated") return storedAnswer;
  return is_summary ? (summary ?? WAIT_FOR_RELEASE) : mail;
}

function waitForRelease({ run }: Pick<Claimed, "run">): Stop {
  return { stop: "wait", seconds: backoff(run.attempts), why: "unknown_type" };
}

/** An owner may try an agent before switching it on. */
function checkAgentIsOn({ run, agent }: Pick<Claimed, "run" | "agent">): Stop | undefined {
  return agent.is_active || run.is_test ? undefined : hold("agent_paused");
}
