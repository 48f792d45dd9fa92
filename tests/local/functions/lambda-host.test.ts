import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { LambdaHost } from "../../../local/functions/lambda-host.ts";
import { closeServer, listen } from "../../../local/http/listen.ts";

const CODE = `
import { setTimeout as delay } from "node:timers/promises";
let calls = 0;
export async function handler(event, context) {
  calls += 1;
  if (event.say) console.log(event.say);
  if (event.crash) process.exit(1);
  if (event.eat) for (const eaten = []; ; ) eaten.push(new Array(100_000).fill(calls).map(String));
  if (event.first) await (await fetch(event.first)).json();
  for (const end = Date.now() + event.compute; Date.now() < end; );
  if (event.fail) throw new TypeError(event.fail);
  if (event.sleep) await delay(event.sleep);
  if (event.fetch) return { url: event.fetch, body: await (await fetch(event.fetch)).json() };
  return {
    calls, mine: process.env.MINE, outside: process.env.PATH, key: process.env.AWS_ACCESS_KEY_ID,
    name: context.functionName, id: context.awsRequestId, left: context.getRemainingTimeInMillis(), gone: undefined,
  };
}
`;

let folder: string;
const lines: string[] = [];
const hosts: LambdaHost[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  await writeFile(join(folder, "index.mjs"), CODE);
  await writeFile(join(folder, "broken.mjs"), `throw new Error("The function's environment lacks: X");`);
});
afterEach(async () => {
  lines.length = 0;
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});
afterAll(() => rm(folder, { recursive: true }));

const IDLE = { others: 10_000, last: 60_000 };

function hostOf(name: string, { file = "index.mjs", timeoutSeconds = 5, idleMs = IDLE } = {}): LambdaHost {
  const host = new LambdaHost({
    spec: {
      logicalId: name,
      name,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
      roleId: "Role",
      file: join(folder, file),
      handler: "handler",
      timeoutSeconds,
      memoryMb: 128,
      variables: { MINE: `of ${name}` },
    },
    principal: { name, accessKeyId: `KEY-${name}`, secretAccessKey: "s", statements: [] },
    aws: { endpoint: "http://127.0.0.1:1", answer: async () => ({ status: 200, headers: {}, body: "" }) },
    seam: { stub: "http://127.0.0.1:1", jwks: { "https://keys.example/jwks.json": { keys: [{ kid: "k" }] } } },
    onLog: (source, line) => lines.push(`${source}: ${line}`),
    idleMs,
  });
  hosts.push(host);
  return host;
}

test("each function sees only its own environment variables", async () => {
  const [one, two] = [hostOf("one"), hostOf("two")];
  expect(await one.invoke({})).toMatchObject({ mine: "of one", key: "KEY-one", name: "one" });
  expect(await two.invoke({})).toMatchObject({ mine: "of two", key: "KEY-two", name: "two" });
  expect(await one.invoke({})).not.toHaveProperty("outside");
});

test("a function is kept warm, and its answer is passed as JSON", async () => {
  const host = hostOf("warm", { timeoutSeconds: 7 });
  const first = await host.invoke({});
  expect(await host.invoke({})).toMatchObject({ calls: 2 });
  expect(first).not.toHaveProperty("gone");
  expect(first).toHaveProperty("left");
});

/** Answers only when this many requests have arrived. */
async function meeting(count: number) {
  const waiting: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    waiting.push(response);
    if (waiting.length === count) for (const one of waiting) one.end("{}");
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, end: () => closeServer(server) };
}

test("twenty waiting invocations run concurrently in one environment", async () => {
  const host = hostOf("waiting", { timeoutSeconds: 60 });
  const { url, end } = await meeting(20);
  await Promise.all(Array.from({ length: 20 }, () => host.invoke({ fetch: url })));
  await end();
  expect(await host.invoke({})).toMatchObject({ calls: 21 });
});

test("invocations that share an environment end with it, and the next call starts a new one", async () => {
  const host = hostOf("shared", { timeoutSeconds: 60 });
  const { url, end } = await meeting(3);
  const waiting = host.invoke({ fetch: url });
  await Promise.all([
    expect(waiting).rejects.toMatchObject({ errorType: "Runtime.ExitError" }),
    expect(host.invoke({ crash: true })).rejects.toMatchObject({ errorType: "Runtime.ExitError" }),
  ]);
  expect(await host.invoke({})).toMatchObject({ calls: 1 });
  await end();
});

test("an idle environment is ended, and the next call starts a new one", async () => {
  const host = hostOf("idle", { idleMs: { others: 20, last: 50 } });
  await host.invoke({});
  await expect.poll(() => host.invoke({}), { interval: 200 }).toMatchObject({ calls: 1 });
});

test("the host reports room if an invocation would begin at once", async () => {
  const host = hostOf("room", { timeoutSeconds: 60 });
  await host.room();
  const { url, end } = await meeting(2);
  const first = host.invoke({ fetch: url });
  await host.room();
  await Promise.all([first, host.invoke({ fetch: url })]);
  await host.room();
  await end();
});

test("invocations above the concurrency limit wait for their turn", async () => {
  const host = hostOf("many");
  const answers = await Promise.all(Array.from({ length: 50 }, () => host.invoke({})));
  expect(answers).toHaveLength(50);
});

test("an endless computation delays the invocations behind it for seconds, not until its timeout", async () => {
  const host = hostOf("computing", { timeoutSeconds: 120 });
  const computing = host.invoke({ compute: 600_000 });
  computing.catch(() => {});
  expect(await host.invoke({})).toMatchObject({ calls: 1 });
});

test("a short computation after seconds of waiting is not taken for an endless one", async () => {
  const host = hostOf("waited", { timeoutSeconds: 60 });
  const answered = Promise.withResolvers<void>();
  const slow = createServer((_request, response) => {
    setTimeout(() => response.end("{}", answered.resolve), 2_500);
  });
  const port = await listen(slow, 0);
  const waited = host.invoke({ first: `http://127.0.0.1:${port}`, compute: 500 });
  await answered.promise;
  await Promise.all([waited, host.invoke({})]);
  await closeServer(slow);
  expect(await host.invoke({})).toMatchObject({ calls: 3 });
});

test("an exception is reported as Lambda reports it, and the function lives on", async () => {
  const host = hostOf("thrower");
  await expect(host.invoke({ fail: "no" })).rejects.toMatchObject({ errorType: "TypeError", message: "no" });
  expect(await host.invoke({})).toMatchObject({ calls: 2 });
});

test("a function that exceeds its timeout is ended and loses its memory", async () => {
  const host = hostOf("slow", { timeoutSeconds: 0.5 });
  await host.invoke({});
  await expect(host.invoke({ sleep: 60_000 })).rejects.toMatchObject({
    errorType: "Sandbox.Timedout",
    message: "Task timed out after 0.50 seconds",
  });
  expect(await host.invoke({})).toMatchObject({ calls: 1 });
});

test("a function that crashes loses its memory, and the next call starts a new one", async () => {
  const host = hostOf("crash");
  await host.invoke({});
  await expect(host.invoke({ crash: true })).rejects.toMatchObject({ errorType: "Runtime.ExitError" });
  expect(await host.invoke({})).toMatchObject({ calls: 1 });
});

test("a function that exceeds the template's memory is ended, and this process continues", async () => {
  const host = hostOf("greedy", { timeoutSeconds: 20 });
  await expect(host.invoke({ eat: true })).rejects.toThrow(/memory limit/);
  expect(await host.invoke({})).toMatchObject({ calls: 1 });
});

test("a bundle that cannot be loaded is reported in the error and in the log", async () => {
  const host = hostOf("broken", { file: "broken.mjs" });
  await expect(host.invoke({})).rejects.toThrow(/environment lacks: X/);
  expect(lines.join("\n")).toMatch(/^broken: .*environment lacks: X/);
});

test("a function's output appears as its log lines", async () => {
  await hostOf("talker").invoke({ say: "one\ntwo", sleep: 50 });
  expect(lines).toEqual(["talker: one", "talker: two"]);
});

test("the seam is in place before the bundle runs", async () => {
  expect(await hostOf("jwks").invoke({ fetch: "https://keys.example/jwks.json" })).toMatchObject({
    body: { keys: [{ kid: "k" }] },
  });
});
