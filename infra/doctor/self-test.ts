import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { agentList, agentRow, testMailSent } from "../../shared/api/agent-schemas.ts";
import { session } from "../../shared/api/auth-schemas.ts";
import { runDetail } from "../../shared/api/conversation-schemas.ts";
import { type Finding, ok, stop } from "../operator/finding.ts";

const NAME = "Self-test";
const QUESTION = "Please answer with one short sentence.";
/** A provider call may take five minutes, and the first one also waits for a cold start. */
const PATIENCE_MS = 6 * 60_000;
const PAUSE_MS = 1_000;

export type Login = { email: string; password: string };

/**
 * Sends one mail to an agent that exists only for this test and is created the first time. The mail takes the path of
 * every mail: bucket, queue, runner, the owner's key, provider. Its answer is stored and not sent.
 * @param url the base URL of the API, without `/api`
 */
export async function selfTest(url: string, login: Login, patience = PATIENCE_MS): Promise<Finding> {
  const call = api(url);
  const signedIn = await call("POST", "/api/auth/login", session, { body: login });
  if ("problem" in signedIn) return stop(`Self-test: ${login.email} cannot log in: ${signedIn.problem}`);
  const { token } = signedIn;
  const agents = await call("GET", "/api/automation/agents", agentList, { token });
  if ("problem" in agents) return stop(`Self-test: the agents cannot be listed: ${agents.problem}`);
  const agent =
    agents.agents.find(({ name }) => name === NAME) ??
    (await call("POST", "/api/automation/agents", agentRow, { token, body: { name: NAME, type: "email_inbound" } }));
  if ("problem" in agent) return stop(`Self-test: no agent can be made: ${agent.problem}`);
  const path = `/api/automation/agents/${agent.id}/test`;
  const sent = await call("POST", path, testMailSent, { token, body: { subject: NAME, text: QUESTION } });
  if ("problem" in sent) return stop(`Self-test: the mail was not taken: ${sent.problem}`);
  return waitForAnswer(`/api/conversations/${sent.run_id}`, Date.now() + patience, (at) =>
    call("GET", at, runDetail, { token }),
  );
}

async function waitForAnswer(
  path: string,
  until: number,
  read: (path: string) => Promise<z.infer<typeof runDetail> | Problem>,
): Promise<Finding> {
  for (;;) {
    const run = await read(path);
    if ("problem" in run) return stop(`Self-test: the mail cannot be read: ${run.problem}`);
    if (run.answer !== null) return ok(`Self-test: ${run.model_name} answered: ${firstLine(run.answer)}`);
    if (run.reason !== null) return stop(`Self-test: no answer (${run.state}): ${run.reason_text ?? run.reason}`);
    if (Date.now() > until) return stop(`Self-test: still no answer; the mail is ${run.state}. See the runner's log.`);
    await delay(PAUSE_MS);
  }
}

function firstLine(answer: string): string {
  return (answer.split("\n", 1)[0] ?? "").slice(0, 100);
}

type Problem = { problem: string };
type Call = { token?: string; body?: object };

/** The API's own errors have `detail`, the gateway's have `message`. */
const refusal = z.union([
  z.object({ detail: z.string() }).transform(({ detail }) => detail),
  z.object({ message: z.string() }).transform(({ message }) => message),
]);

function api(url: string) {
  return async <T>(
    method: string,
    path: string,
    schema: { parse(value: unknown): T },
    { token, body }: Call,
  ): Promise<T | Problem> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    if (answer.ok) return schema.parse(JSON.parse(text));
    return { problem: `${answer.status} ${messageIn(text)}` };
  };
}

function messageIn(text: string): string {
  try {
    return refusal.parse(JSON.parse(text));
  } catch {
    return text.slice(0, 200);
  }
}
