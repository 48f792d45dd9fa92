import { describe, expect, it } from "vitest";
import { refreshed } from "../../shared/api/auth-schemas.ts";
import { createAgent, PASSWORD, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();

const logIn = (email: string) => stack().api("POST", "/api/auth/login", { body: { email, password: PASSWORD } });
/** What a browser sends back of what it was given. */
const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0]?.split(";")[0] ?? "";
const withCookie = (path: string, cookie: string) => stack().api("POST", `/api/auth/${path}`, { headers: { cookie } });

describe("a session over HTTP", () => {
  it("continues by its cookie until the log-out", async () => {
    const alice = await signUp(stack(), "Alice");
    const login = await logIn(alice.email);
    const next = await withCookie("refresh", cookieOf(login));
    expect(next.status, next.text).toBe(200);
    const { token } = refreshed.parse(next.json);
    expect((await stack().api("GET", "/api/auth/me", { token })).json).toMatchObject({ id: alice.id });
    const cookie = cookieOf(next);
    expect((await withCookie("logout", cookie)).status).toBe(204);
    expect(await withCookie("refresh", cookie)).toMatchObject({ status: 401, json: { code: "unauthorized" } });
  });
});

describe("each function", () => {
  it("has the rights that its routes need, from the first row to the last deletion", async () => {
    const bob = await signUp(stack(), "Bob");
    const { token } = bob;
    const agent = await createAgent(stack(), bob);
    await storeKey(stack(), bob, "gemini", "AIza-demo-bob-0123456789", "gemini-pro");
    const steps: [string, string, number, object?][] = [
      ["GET", "/api/ai-config", 200],
      ["GET", "/api/ai-config/gemini", 200],
      ["PATCH", "/api/ai-config/gemini", 200, { isDefault: true, apiKey: "AIza-demo-bob-9876543210" }],
      ["PATCH", "/api/ai-config/gemini", 200, { isDefault: false }],
      ["DELETE", "/api/ai-config/gemini", 204],
      ["GET", "/api/automation/agents", 200],
      ["PATCH", `/api/automation/agents/${agent.id}`, 200, { instructions: "Be brief." }],
      ["GET", `/api/automation/agents/${agent.id}`, 200],
      ["DELETE", `/api/automation/agents/${agent.id}`, 204],
      ["GET", "/api/conversations", 200],
      ["GET", `/api/conversations?agent_id=${agent.id}`, 200],
      ["GET", "/api/conversations?thread_id=absent", 200],
      ["GET", "/api/usage?group_by=model", 200],
      ["GET", "/api/openapi.json", 200],
    ];
    for (const [method, path, status, body] of steps) {
      const answer = await stack().api(method, path, { token, body });
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(status);
    }
  });

  it("answers a request that it cannot read with a sentence", async () => {
    const { token } = await signUp(stack(), "Carol");
    const send = (body: string, type = "application/json") =>
      stack().api("POST", "/api/automation/agents", { token, body, headers: { "content-type": type } });
    expect(await send("{")).toMatchObject({ status: 400, json: { code: "invalid_json" } });
    expect(await send("name=a", "application/x-www-form-urlencoded")).toMatchObject({ status: 415 });
    expect(await send("x".repeat(70_000))).toMatchObject({ status: 413, json: { code: "too_large" } });
    expect(await send("{}")).toMatchObject({ status: 400, json: { errors: [{ field: "name" }, { field: "type" }] } });
  });
});
