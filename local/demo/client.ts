import { setTimeout as delay } from "node:timers/promises";
import { createTransport } from "nodemailer";
import * as z from "zod/mini";
import { runDetail } from "../../shared/api/conversation-schemas.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";

const HOST = "127.0.0.1";
const PATIENCE_MS = 30_000;

const run = z.object({ run_id: z.string(), agent_id: z.string(), user_id: z.string(), state: z.string() });
const mailState = z.object({ routed: z.boolean(), runs: z.array(run) });
const sentMail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  raw: z.string(),
  run_id: z.nullable(z.string()),
});

export type SentMail = z.infer<typeof sentMail>;
export type RunState = z.infer<typeof run>;
export type RunDetail = z.infer<typeof runDetail>;

/** Talks to a running Latchkey as its users and their customers do: by HTTP, and by mail over SMTP. */
export class Client {
  readonly #url: string;
  readonly #smtpPort: number;

  constructor(url: string, smtpPort: number) {
    this.#url = url;
    this.#smtpPort = smtpPort;
  }

  /**
   * @throws Error with the status and the problem's own sentence when the answer does not have the status `expected`
   */
  async api<T extends z.ZodMiniType>(call: string, schema: T, options: { token?: string; body?: object } = {}) {
    const response = await this.status(call, options);
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${call} answered ${response.status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  }

  /** Only the status of one call such as `GET /api/usage`. */
  async status(call: string, { token, body }: { token?: string; body?: object } = {}): Promise<Response> {
    const [method = "GET", path = "/"] = call.split(" ");
    return fetch(this.#url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Sends a raw mail by SMTP. @returns the id that the mail was given on arrival */
  async mail(raw: string, from: string, to: string[]): Promise<string> {
    const transport = createTransport({ host: HOST, port: this.#smtpPort, secure: false, ignoreTLS: true });
    const { response } = await transport.sendMail({ envelope: { from, to }, raw });
    const id = response.split(" ").at(-1);
    if (id === undefined) throw new Error(`The mail server answered without an id: ${response}`);
    return id;
  }

  /** The runs of one mail, once all of them are at rest. */
  async runsOf(messageId: string): Promise<RunState[]> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(100)) {
      const { routed, runs } = await this.api(`GET /_local/mail/${messageId}`, mailState);
      if (routed && runs.every(isAtRest)) return runs;
    }
    throw new Error(`Mail ${messageId} did not come to an end within ${PATIENCE_MS / 1000} s.`);
  }

  /** The reply that a run sent. */
  async replyOf(runId: string): Promise<SentMail> {
    const outbox = await this.api("GET /_local/outbox", z.array(sentMail));
    const reply = outbox.find(({ run_id }) => run_id === runId);
    if (reply === undefined) throw new Error(`Run ${runId} has sent nothing.`);
    return reply;
  }

  async run(token: string, runId: string): Promise<RunDetail> {
    return this.api(`GET /api/conversations/${runId}`, runDetail, { token });
  }
}
