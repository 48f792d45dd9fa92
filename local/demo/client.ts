import { setTimeout as delay } from "node:timers/promises";
import { createTransport } from "nodemailer";
import * as z from "zod/mini";
import { type Latchkey, latchkey, ok, type operations } from "../../packages/client/src/index.ts";
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
export type RunDetail = operations["getRun"]["responses"][200]["content"]["application/json"];

/** Talks to a running Latchkey as its users and their customers do: by its API, and by mail over SMTP. */
export class Client {
  readonly #url: string;
  readonly #smtpPort: number;

  constructor(url: string, smtpPort: number) {
    this.#url = url;
    this.#smtpPort = smtpPort;
  }

  /** The API, as the person with this token calls it. */
  as(token?: string): Latchkey {
    return latchkey({ url: this.#url, token });
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
      const { routed, runs } = await this.#local(`mail/${messageId}`, mailState);
      if (routed && runs.every(isAtRest)) return runs;
    }
    throw new Error(`Mail ${messageId} did not come to an end within ${PATIENCE_MS / 1000} s.`);
  }

  /** The reply that a run sent. */
  async replyOf(runId: string): Promise<SentMail> {
    const outbox = await this.#local("outbox", z.array(sentMail));
    const reply = outbox.find(({ run_id }) => run_id === runId);
    if (reply === undefined) throw new Error(`Run ${runId} has sent nothing.`);
    return reply;
  }

  async run(token: string, id: string): Promise<RunDetail> {
    return ok(this.as(token).GET("/api/conversations/{id}", { params: { path: { id } } }));
  }

  /** What only a machine of one's own tells. */
  async #local<T extends z.ZodMiniType>(path: string, schema: T): Promise<z.infer<T>> {
    const response = await fetch(`${this.#url}/_local/${path}`);
    if (!response.ok) throw new Error(`/_local/${path} answered ${response.status}`);
    return schema.parse(await response.json());
  }
}
