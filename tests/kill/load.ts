import { setTimeout as delay } from "node:timers/promises";
import { createTransport } from "nodemailer";
import * as z from "zod";

/** Mails that the server has acknowledged, by SES's id. */
export type Load = { accepted: string[]; refused: number; stop(): Promise<void> };

/** Signs up a user with a demo key and an agent. @returns the agent's address */
export async function makeAgent(url: string): Promise<string> {
  const call = async (path: string, body: object, token?: string) => {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const person = { email: "alice@people.example", password: "correct horse battery", name: "Alice" };
  const { token } = z.object({ token: z.string() }).parse(await call("/api/auth/signup", person));
  const config = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" };
  await call("/api/ai-config", config, token);
  const agent = await call("/api/automation/agents", { name: "Support", type: "email_inbound" }, token);
  return z.object({ address: z.string() }).parse(agent).address;
}

/** Sends one mail after the other by SMTP, whatever happens to the server. */
export function sendMails(to: string, smtpPort: number, pauseMs: number): Load {
  const stopping = new AbortController();
  const load: Omit<Load, "stop"> = { accepted: [], refused: 0 };
  const running = (async () => {
    for (let number = 1; !stopping.signal.aborted; number++) {
      const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
      // Each author has a domain of their own. Otherwise the cap on answers to one domain would hold most of the mails.
      const from = `carol@customer${number}.example`;
      try {
        const { response } = await transport.sendMail({ from, to, subject: `Order ${number}`, text: "Where is it?" });
        load.accepted.push(response.split(" ").at(-1) ?? "");
      } catch {
        load.refused += 1;
      }
      await delay(pauseMs);
    }
  })();
  return Object.assign(load, {
    async stop() {
      stopping.abort();
      await running;
    },
  });
}
