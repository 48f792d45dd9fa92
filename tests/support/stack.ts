import { setTimeout as delay } from "node:timers/promises";
import { createTransport, type SendMailOptions } from "nodemailer";
import { afterAll, beforeAll, expect } from "vitest";
import * as z from "zod";
import { type OutgoingMail, outgoingMail } from "../../local/mail/outbox.ts";
import type { ScriptedAnswer } from "../../local/provider-stub/script.ts";
import { type LocalStack, type StackOptions, startStack } from "../../local/stack.ts";
import { type Latchkey, latchkey } from "../../packages/client/src/index.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";

const mailState = z.object({
  routed: z.boolean(),
  runs: z.array(
    z.object({
      run_id: z.string(),
      agent_id: z.string(),
      user_id: z.string(),
      state: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
const providerCall = z.object({
  provider: z.string(),
  model: z.string(),
  key_fingerprint: z.string(),
  system: z.string(),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), text: z.string() })),
  at: z.string(),
});
export type MailState = z.infer<typeof mailState>;
export type MailRun = MailState["runs"][number];
export type ProviderCallSeen = z.infer<typeof providerCall>;

export type ApiRequest = { token?: string; body?: unknown; headers?: Record<string, string> };
export type ApiAnswer = { status: number; headers: Headers; text: string; json: unknown };

/** The whole machine on free ports, with what an end-to-end test does to it. */
export type TestStack = LocalStack & {
  /** One call of the API; `json` is undefined when the answer is not JSON. A string body is sent as it is. */
  api(method: string, path: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** The API as a program with this token calls it, typed. `api` is for calls that no program should make. */
  as(token?: string): Latchkey;
  /** Sends by SMTP, as a stranger's mail server would. @returns SES's id of the mail */
  sendMail(mail: SendMailOptions): Promise<string>;
  /** Hands in a raw mail with verdicts of choice, e.g. `{ from: "a@x.test", to: ["b@y.test"], spf: "FAIL" }`. */
  handIn(raw: string, query: Record<string, string | string[]>): Promise<string>;
  mailState(messageId: string): Promise<MailState>;
  /**
   * Waits until the mail is routed and `done` says yes to its runs; by default, until there is at least one and all
   * are at rest. @throws Error with the runs as they are after a minute
   */
  waitForRun(messageId: string, done?: (runs: MailRun[]) => boolean): Promise<MailRun[]>;
  outbox(): Promise<OutgoingMail[]>;
  providerCalls(): Promise<ProviderCallSeen[]>;
  /** What the stub of the providers says next; `{}` lets it speak for itself again. */
  answerWith(answer: ScriptedAnswer): Promise<void>;
};

/** Starts the machine in memory. The caller stops it; `withStack` does both. */
export async function startTestStack(options: StackOptions = {}): Promise<TestStack> {
  const stack = await startStack({ port: 0, smtpPort: 0, ...options });
  const smtp = createTransport({ host: "127.0.0.1", port: stack.smtpPort, secure: false, ignoreTLS: true });
  const local = (method: string, path: string, body?: unknown) => call(stack.url, method, `/_local${path}`, { body });
  const read = async (messageId: string) => mailState.parse((await local("GET", `/mail/${messageId}`)).json);

  return {
    ...stack,
    api: (method, path, request = {}) => call(stack.url, method, path, request),
    as: (token) => latchkey({ url: stack.url, token }),
    async sendMail(mail) {
      const { response } = await smtp.sendMail(mail);
      return response.split(" ").at(-1) ?? "";
    },
    async handIn(raw, query) {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries(query)) for (const one of [value].flat()) search.append(key, one);
      const { json } = await local("POST", `/mail?${search}`, raw);
      return z.object({ message_id: z.string() }).parse(json).message_id;
    },
    mailState: read,
    waitForRun: (messageId, done = allAtRest) => waitForRun(() => read(messageId), done),
    outbox: async () => z.array(outgoingMail).parse((await local("GET", "/outbox")).json),
    providerCalls: async () => z.array(providerCall).parse((await local("GET", "/provider-calls")).json),
    async answerWith(answer) {
      expect((await local("PUT", "/provider-answer", answer)).status).toBe(204);
    },
  };
}

/** One machine for all tests of a file. Call the result inside a test to get it. */
export function withStack(options: StackOptions = {}): () => TestStack {
  let stack: TestStack | undefined;
  beforeAll(async () => {
    stack = await startTestStack(options);
  });
  afterAll(() => stack?.stop());
  return () => {
    if (!stack) throw new Error("The machine runs only inside a test.");
    return stack;
  };
}

async function call(
  url: string,
  method: string,
  path: string,
  { token, body, headers }: ApiRequest,
): Promise<ApiAnswer> {
  const json = body !== undefined && typeof body !== "string";
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(json && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

function allAtRest(runs: MailRun[]): boolean {
  return runs.length > 0 && runs.every(isAtRest);
}

async function waitForRun(read: () => Promise<MailState>, done: (runs: MailRun[]) => boolean): Promise<MailRun[]> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { routed, runs } = await read();
    if (routed && done(runs)) return runs;
    if (Date.now() > deadline) throw new Error(`The runs are not as awaited: ${JSON.stringify({ routed, runs })}`);
    await delay(50);
  }
}
