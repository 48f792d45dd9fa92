import { expect, test } from "vitest";
import { mcpHandler } from "../../../functions/mcp/handler.ts";
import { latchkey } from "../../../packages/client/src/index.ts";
import { callApi } from "../../support/api-call.ts";

const apiOf = (token: string) => latchkey({ url: "http://127.0.0.1:1", token });
const handler = mcpHandler({ apiOf, allowedOrigins: ["https://app.example"] });
const call = (body: unknown, headers: Record<string, string> = {}) =>
  callApi(handler, { route: "POST /api/mcp", token: "lk_1", body, headers });
const message = (more: object) => ({ jsonrpc: "2.0", id: 1, ...more });
const tool = (name: string, args: unknown = {}) => message({ method: "tools/call", params: { name, arguments: args } });
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

test.each([
  [
    "arguments in 100,000 brackets",
    JSON.stringify(tool("list_waiting", { a: 1 })).replace('{"a":1}', `{"a":${deep}}`),
    200,
  ],
  ["a tool with a name of every object", tool("__proto__"), 200],
  ["arguments that are a list", tool("list_waiting", []), 200],
  ["no parameters", message({ method: "tools/call" }), 200],
  ["a half of a character", tool("read_conversation", { id: "\ud800" }), 200],
  ["a method that is none of ours", message({ method: "sampling/createMessage", params: {} }), 200],
  ["an id that is an object", { jsonrpc: "2.0", id: {}, method: "ping" }, 400],
  ["another version of JSON-RPC", { jsonrpc: "1.0", id: 1, method: "ping" }, 400],
  ["an answer to nothing", message({ result: {} }), 202],
  ["null", "null", 400],
  ["nothing", "", 400],
])("%s is answered in the protocol's words", async (_, body, status) => {
  const answer = await call(body);
  expect(answer.status, answer.text).toBe(status);
  if (status !== 202) expect(answer.json).toMatchObject({ jsonrpc: "2.0" });
});

test.each([
  ["beyond Latin-1", { "x-name": "\u0100", "mcp-name": "\u0100" }],
  ["with a blank in its name", { "x odd": "1" }],
  ["that takes JSON alone", { accept: "application/json" }],
])("a header %s is no fault of the server", async (_, headers) => {
  expect(await call(message({ method: "ping" }), headers)).toMatchObject({ status: 200, json: { result: {} } });
});

test("a page of an origin that the team has named may call", async () => {
  expect((await call(message({ method: "ping" }), { origin: "https://app.example" })).status).toBe(200);
  expect((await call(message({ method: "ping" }), { origin: "https://app.example.evil" })).status).toBe(403);
});

test("where the API does not answer, reading says so, and a decision says that its effect is unknown", async () => {
  const reads = await call(tool("list_waiting"));
  expect(reads.json).toMatchObject({
    result: { isError: true, content: [{ text: "No answer from http://127.0.0.1:1." }] },
  });
  const decides = await call(tool("discard_draft", { id: "a", updated_at: "2026-11-29T07:00:00.000Z" }));
  expect(decides.text).toContain("Whether it took effect is unknown: read the conversation before you try again.");
});

test("a token in the URL is refused, as by every other function", async () => {
  const query = { access_token: `lk_${"0".repeat(38)}` };
  const answer = await callApi(handler, { route: "POST /api/mcp", token: "lk_1", body: message({}), query });
  expect(answer).toMatchObject({ status: 400, json: { code: "token_in_url" } });
});
