import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, expect, test, vi } from "vitest";
import { clientsOf } from "../../local/resources/clients.ts";
import type { StackOptions } from "../../local/stack.ts";
import type { Template } from "../../local/template/template.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";
import { smallTemplate } from "./fixtures/template.ts";

const running = new Set<TestStack>();
afterEach(async () => {
  await Promise.all([...running].map(stop));
});

async function start(options: StackOptions = {}): Promise<TestStack> {
  const stack = await startTestStack({ template: smallTemplate(), ...options });
  running.add(stack);
  return stack;
}

async function stop(stack: TestStack): Promise<void> {
  running.delete(stack);
  await stack.stop();
}

async function note(stack: TestStack, body?: string): Promise<[number, string]> {
  const { status, text } = await stack.api("POST", "/notes/1", { body });
  return [status, text];
}

const rawMail = (subject: string) => `From: Alice <alice@example.com>\r\nSubject: ${subject}\r\n\r\nHello\r\n`;

const mail = (stack: TestStack, subject: string, to = ["a@agents.test"], verdicts = {}) =>
  stack.handIn(rawMail(subject), { from: "alice@example.com", to, ...verdicts });

test("a function uses its table with the rights of its own role", async () => {
  const stack = await start();
  expect(await note(stack, "kept")).toEqual([200, "kept"]);
  expect(stack.denied).toEqual([]);
});

function without(action: string): Template {
  const template = smallTemplate();
  const text = JSON.stringify(template.resources).replaceAll(`"${action}"`, '"none:Nothing"');
  return { ...template, resources: JSON.parse(text) };
}

test("only the action that is removed from a role is refused", async () => {
  const stack = await start({ template: without("dynamodb:GetItem") });
  expect((await note(stack, "kept"))[0]).toBe(500);
  expect(stack.denied).toMatchObject([{ principal: "api", action: "dynamodb:GetItem" }]);
  expect(stack.logs.join("\n")).toMatch(/^api: AccessDenied: the role does not allow dynamodb:GetItem/m);
});

test("a function gets no messages if its role may not read its queue, as in AWS", async () => {
  const stack = await start({ template: without("sqs:ReceiveMessage") });
  await vi.waitFor(() => expect(stack.denied[0]).toMatchObject({ principal: "router", action: "sqs:ReceiveMessage" }));
});

test("a mail is stored and routed, and its runs are listed", async () => {
  const stack = await start();
  const id = await mail(stack, "hi", ["a@agents.test", "b@AGENTS.test", "c@elsewhere.test"], {
    spf: "FAIL",
    dmarc: "GRAY",
  });
  expect(await stack.waitForRun(id, (runs) => runs.length > 0)).toEqual([
    { user_id: "alice", run_id: id, agent_id: "a@agents.test,b@AGENTS.test", state: "received", reason: null },
  ]);

  const { s3 } = clientsOf(stack.aws, stack.aws.admin);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: "rawmail", Key: `inbound/${id}` }));
  const stored = await Body?.transformToString();
  expect(stored).toMatch(/^Return-Path: <alice@example.com>\r\nReceived: from example.com/);
  expect(stored).toMatch(/\r\nAuthentication-Results: amazonses.com;\r\n spf=fail .*dkim=pass .*dmarc=none /s);
  expect(stored).toMatch(/\r\nFrom: Alice <alice@example.com>\r\nSubject: hi\r\n\r\nHello\r\n$/);
});

test("only the failed messages of a batch return, and a message that keeps failing ends in the dead-letter queue", async () => {
  const stack = await start();
  const ids = await Promise.all(["fine", "fail once", "fail always"].map((subject) => mail(stack, subject)));
  await expect.poll(() => stack.logs).toContain("router: fail always: try 2");
  const states = async () => {
    const states = await Promise.all(ids.map((id) => stack.mailState(id)));
    return states.map(({ routed, runs }) => [routed, runs.length]);
  };
  await expect.poll(states).toEqual([
    [true, 1],
    [true, 1],
    [false, 0],
  ]);
  expect(stack.logs.filter((line) => line.startsWith("router: fine"))).toEqual(["router: fine: try 1"]);
});

test("a mail without a matching rule is accepted and dropped", async () => {
  const stack = await start();
  expect(await stack.mailState(await mail(stack, "hi", ["a@elsewhere.test"]))).toEqual({ routed: true, runs: [] });
});

test("rows survive a restart, and two machines cannot share a folder", async () => {
  const data = join(await mkdtemp(join(tmpdir(), "latchkey-")), "data");
  const first = await start({ data });
  await note(first, "kept");
  await expect(startTestStack({ template: smallTemplate(), data })).rejects.toThrow(/already runs/);
  await stop(first);

  const second = await start({ data });
  expect(await note(second)).toEqual([200, "kept"]);
  await stop(second);
  await rm(data, { recursive: true });
});

test("a start that fails at a taken port leaves nothing running", async () => {
  const data = join(await mkdtemp(join(tmpdir(), "latchkey-")), "data");
  const first = await start();
  const port = Number(new URL(first.url).port);
  await expect(startTestStack({ template: smallTemplate(), port, data })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await stop(await start({ data }));
  await rm(data, { recursive: true });
});
