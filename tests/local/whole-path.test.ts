import { expect, test } from "vitest";
import * as z from "zod";
import { fingerprint } from "../../shared/ai-configs/mask.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();

const session = z.object({ token: z.string() });
const agentRow = z.object({ address: z.string() });

test("the synthesized template runs whole: from a sign-up over SMTP to the reply, within the roles' rights", async () => {
  const { api, sendMail, waitForRun, outbox, providerCalls, names, denied } = stack();
  const account = { email: "alice@example.com", password: "correct horse battery", name: "Alice" };
  const { token } = session.parse((await api("POST", "/api/auth/signup", { body: account })).json);
  const key = { provider: "openai", apiKey: "sk-demo-alice", modelName: "gpt-4" };
  expect((await api("POST", "/api/ai-config", { token, body: key })).status).toBe(201);
  const agent = { name: "Support", type: "email_inbound" };
  const { address } = agentRow.parse((await api("POST", "/api/automation/agents", { token, body: agent })).json);

  const id = await sendMail({
    from: "carol@example.org",
    to: address,
    subject: "Where is my parcel?",
    text: "It has not come.",
    messageId: "<question@example.org>",
  });
  expect(await waitForRun(id)).toMatchObject([{ state: "replied", reason: null }]);

  const reply = (await outbox()).find(({ to }) => to.includes("carol@example.org"));
  expect(reply?.raw).toMatch(/^In-Reply-To: <question@example\.org>\r$/m);
  expect(reply?.from).toContain(names["MAIL_DOMAIN"]);
  expect(await providerCalls()).toMatchObject([
    { provider: "openai", model: "gpt-4", key_fingerprint: fingerprint("sk-demo-alice") },
  ]);
  expect(denied).toEqual([]);
});
