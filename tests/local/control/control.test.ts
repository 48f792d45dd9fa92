import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { withStack } from "../../support/stack.ts";
import { smallTemplate } from "../fixtures/template.ts";

const stack = withStack({ template: smallTemplate() });

async function local(method: string, path: string, body?: unknown): Promise<[number, unknown]> {
  const { status, json } = await stack().api(method, `/_local/${path}`, { body });
  return [status, json];
}

test("a mail without a recipient, or with an unknown verdict or parameter, gets a 400 that names it", async () => {
  expect(await local("POST", "mail", "x")).toEqual([400, { message: "to: must name a recipient" }]);
  expect(await local("POST", "mail?to=a", "x")).toEqual([400, { message: "to.0: must be an e-mail address" }]);
  expect(await local("POST", "mail?to=a@b.test&spf=MAYBE", "x")).toEqual([
    400,
    { message: expect.stringMatching(/^spf: /) },
  ]);
  expect(await local("POST", "mail?to=a@b.test&sfp=PASS", "x")).toEqual([
    400,
    { message: expect.stringMatching(/"sfp"/) },
  ]);
});

test("the stub's scripted answer is validated, and {} removes it", async () => {
  expect(await local("PUT", "provider-answer", { txt: "x" })).toEqual([
    400,
    { message: expect.stringMatching(/"txt"/) },
  ]);
  expect(await local("PUT", "provider-answer", "{")).toEqual([400, { message: "The body is not JSON." }]);
  expect(await local("PUT", "provider-answer", { text: "x", times: 2, usage: { input: 1, output: 1 } })).toEqual([
    204,
    undefined,
  ]);
  expect(await local("PUT", "provider-answer", {})).toEqual([204, undefined]);
});

test("an unknown mail and an unknown route get a 404 that says so", async () => {
  expect(await local("GET", "mail/abc")).toEqual([404, { message: "No mail abc has come in." }]);
  expect(await local("GET", "nothing")).toEqual([404, { message: "There is no GET /_local/nothing." }]);
});

test("a fresh machine has an empty outbox and no calls", async () => {
  expect(await stack().outbox()).toEqual([]);
  expect(await stack().providerCalls()).toEqual([]);
});

test("a request with a foreign host name is refused (DNS rebinding)", async () => {
  const asked = request(`${stack().url}/_local/outbox`, { headers: { host: "evil.test" } }).end();
  const status = await new Promise((resolve) => {
    asked.on("response", async (response) => {
      await text(response);
      resolve(response.statusCode);
    });
  });
  expect(status).toBe(403);
});

test("this machine's own receiver of webhooks takes a call and shows it", async () => {
  const body = { type: "webhook.test" };
  const headers = { "webhook-id": "msg_1" };
  expect((await stack().api("POST", "/_local/webhook", { body, headers })).status).toBe(204);
  const [status, calls] = await local("GET", "webhooks");
  expect([status, calls]).toMatchObject([200, [{ id: "msg_1", body: JSON.stringify(body) }]]);
});
