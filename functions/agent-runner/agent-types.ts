import type { Agent } from "../../shared/agents/agent.ts";
import type { Run } from "../../shared/runs/run.ts";
import { askForAnswer, checkLostCalls } from "./call/ask-for-answer.ts";
import { checkCallTime } from "./call/ask-once.ts";
import type { Deps } from "./deps.ts";
import type { Lease } from "./lease.ts";
import { checkCorrespondentCaps } from "./limits/correspondent-caps.ts";
import { checkReplyRoom } from "./limits/reply-room.ts";
import { reserveCall } from "./limits/reserve-call.ts";
import { checkDuplicate, decide, readMail } from "./mail/read-mail.ts";
import { checkBreaker } from "./payer/breaker.ts";
import { choosePayer, type Terms } from "./payer/choose-payer.ts";
import { openPayer } from "./payer/open-key.ts";
import { writePrompt } from "./prompt/write-prompt.ts";
import { composeReplyOf } from "./send/compose-reply.ts";
import { checkCanary, checkMaySend, checkOwner, countAnswer, sendAnswer } from "./send/send-answer.ts";
import { type Outcome, steps } from "./steps.ts";
import { held, type Stop } from "./stop/stop.ts";

/** What is known of a run before its first step. `terms`: what its answer is made on, once a step has chosen them. */
type Claimed = { run: Run; agent: Agent; lease: Lease; terms?: Terms | undefined };

/** Counts a stored answer and sends it. */
const SEND_REPLY = steps<Claimed>()
  .check("count the answer; a draft rests here", countAnswer)
  .check("no instructions in the answer", checkCanary)
  .check("may still be sent", checkMaySend)
  .step("compose the reply", composeReplyOf)
  .step("send", sendAnswer);

/** Takes a mail to its reply. The order of the limits is the order of this list: the provider is asked after all of them. */
const ANSWER_MAIL = steps<Claimed>()
  .check("agent is on", checkAgentIsOn)
  .step("read the mail", readMail)
  .check("decide by the rules", decide)
  .check("not sent twice by its sender", checkDuplicate)
  .check("calls lost", checkLostCalls)
  .step("choose whose key pays", choosePayer)
  .check("key refused a moment ago", checkBreaker)
  .check("answers to this correspondent", checkCorrespondentCaps)
  .check("replies of the account and of all", checkReplyRoom)
  .step("write the prompt", writePrompt)
  .check("reserve mails and money", reserveCall)
  .step("open the key", openPayer)
  .check("time for a call", checkCallTime)
  .step("call and store the answer", askForAnswer)
  .join(SEND_REPLY);

const RESUME_REPLY = steps<Claimed>().check("owner is there", checkOwner).join(SEND_REPLY);

type List = { names: readonly string[]; run(begin: Claimed, deps: Deps): Promise<Outcome<Claimed, Claimed>> };

/** The steps of each type of agent: for a new run, and for one whose answer is stored. */
const AGENT_TYPES = {
  email_inbound: { begin: ANSWER_MAIL, resume: RESUME_REPLY },
} as const satisfies Record<Agent["type"], { begin: List; resume: List }>;

/** The steps that a claimed run takes next. */
export function stepsFor({ type }: Pick<Agent, "type">, { state }: Pick<Run, "state">): List {
  const { begin, resume } = AGENT_TYPES[type];
  return state === "generated" ? resume : begin;
}

/** An owner may try an agent before switching it on. */
function checkAgentIsOn({ run, agent }: Pick<Claimed, "run" | "agent">): Stop | undefined {
  return agent.is_active || run.is_test ? undefined : held("agent_paused");
}
