import { beforeAll, describe, expect, it } from "vitest";
import { configRow } from "../../shared/api/ai-config-schemas.ts";
import { createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let alice: Person;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
});

const api = (method: string, path: string, body?: object) => stack().api(method, path, { token: alice.token, body });
const row = async (provider: string) => configRow.parse((await api("GET", `/api/ai-config/${provider}`)).json);

describe("on the whole machine, with the rights of the template", () => {
  it("a key that cannot work is refused when it is stored, and says why", async () => {
    const body = { provider: "openai", modelName: "gpt-4" };
    expect((await api("POST", "/api/ai-config", { ...body, apiKey: "sk-demo-bad-alice" })).json).toMatchObject({
      status: 422,
      code: "key_rejected",
    });
    expect((await api("POST", "/api/ai-config", { ...body, apiKey: "sk-demo-nocredit-alice" })).json).toMatchObject({
      code: "no_credit",
    });
    expect((await api("GET", "/api/ai-config")).json).toEqual({ configs: [] });
    expect((await api("GET", "/api/ai-config/models?provider=gemini")).status).toBe(200);
  });

  it("if a provider is down, the agent's fallback answers, and the run names it", async () => {
    const down = await storeKey(stack(), alice, "openai", "sk-demo-down-alice", "gpt-4");
    expect(down.status).toBe("unverified");
    await storeKey(stack(), alice, "anthropic", "sk-ant-demo-alice-01234", "claude-sonnet-4-5");
    const agent = await createAgent(stack(), alice, { provider: "openai", fallbackProvider: "anthropic" });
    expect(agent.fallback_provider).toBe("anthropic");
    const id = await stack().sendMail({ from: "carol@customer.example", to: agent.address, subject: "a", text: "b" });
    const [run] = await stack().waitForRun(id);
    const detail = await readRun(stack(), alice, run?.run_id ?? "");
    expect(detail).toMatchObject({ state: "replied", provider: "anthropic", fallback_from: "openai" });
    const asked = (await stack().providerCalls()).map(({ provider }) => provider);
    expect(asked).toEqual(["openai", "anthropic"]);
  });

  it("a stored key is checked by the runner, on demand, and the row shows it", async () => {
    expect((await api("POST", "/api/ai-config", unasked("sk-demo-bad-alice-2"))).json).toMatchObject({
      code: "key_rejected",
    });
    expect((await api("POST", "/api/ai-config?verify=false", unasked("sk-demo-bad-alice-2"))).status).toBe(200);
    expect(await row("openai")).toMatchObject({ status: "unverified", checked_at: null });
    expect((await api("POST", "/api/ai-config/openai/verify")).status).toBe(202);
    await expect
      .poll(() => row("openai"), { interval: 200 })
      .toMatchObject({ status: "rejected", checked_at: expect.any(String), last_used_at: null });
  });
});

const unasked = (apiKey: string) => ({ provider: "openai", apiKey, modelName: "gpt-4" });
