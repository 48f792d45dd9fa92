import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { signedHeaders } from "../../../functions/webhook-sender/sign.ts";
import { withWebhooks } from "../../../infra/webhook-docs.ts";
import { openApiDocument } from "../../../shared/api/openapi.ts";
import { CALL_FAILURES } from "../../../shared/webhooks/delivery-words.ts";
import { PAYLOADS } from "../../../shared/webhooks/event.ts";
import { makeSecret } from "../../../shared/webhooks/secrets.ts";

const page = readFileSync("docs/webhooks.md", "utf8");

test("the page's events and waits are those of the code", () => {
  expect(withWebhooks(page)).toBe(page);
  expect(() => withWebhooks("")).toThrow("docs/webhooks.md");
});

test("the API's description has each event's call, with the headers that are sent", () => {
  const { webhooks } = openApiDocument();
  expect(Object.keys(webhooks)).toEqual(Object.keys(PAYLOADS));
  const sent = Object.keys(signedHeaders("msg_1", "{}", [makeSecret()], new Date()));
  for (const { post } of Object.values(webhooks)) {
    expect(sent).toEqual(expect.arrayContaining(post.parameters.map(({ name }) => name)));
    expect(post.summary).not.toBe("");
  }
});

test("each failure of a call has a sentence", () => {
  for (const words of Object.values(CALL_FAILURES)) expect(words).toMatch(/^[A-Z].*\.$/);
});

/** The program of the page, running with a secret on a port of its own. */
async function run(mark: string, file: string, command: string, secret: string) {
  const code = new RegExp(`<!-- ${mark} -->\n\`\`\`\\w+\n(.*?)\`\`\``, "s").exec(page)?.[1] ?? "";
  // Below the repository, where its libraries are found; Git ignores it.
  mkdirSync("dist", { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), "dist", "webhook-"));
  const path = join(folder, file);
  writeFileSync(path, code);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const env = { ...process.env, LATCHKEY_WEBHOOK_SECRET: secret, PORT: String(port) };
  const program = spawn(command, [path], { env, stdio: ["ignore", "pipe", "inherit"] });
  await listens(port, program);
  return { url: `http://127.0.0.1:${port}/`, program, lines: createInterface({ input: program.stdout }) };
}

async function listens(port: number, program: ChildProcess): Promise<void> {
  while (program.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "{}" }).catch(() => undefined);
    if (answer) return;
  }
  throw new Error("The page's program has ended");
}

test("the page's program in TypeScript takes a signed call and refuses others", async () => {
  const secret = makeSecret();
  const { url, program, lines } = await run("typescript", "receiver.ts", process.execPath, secret.reveal());
  try {
    const body = JSON.stringify({ type: "run.held", timestamp: new Date().toISOString(), data: {} });
    const headers = signedHeaders("msg_1", body, [secret], new Date());
    const printed = once(lines, "line");
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(204);
    expect(String(await printed)).toContain("{");
    expect((await fetch(url, { method: "POST", headers, body: `${body} ` })).status).toBe(400);
    const old = signedHeaders("msg_1", body, [secret], new Date(Date.now() - 301_000));
    expect((await fetch(url, { method: "POST", headers: old, body })).status).toBe(400);
  } finally {
    program.kill();
  }
});

test("a signature is the public library's own", () => {
  const secret = makeSecret();
  const at = new Date();
  const headers = signedHeaders("msg_1", "{}", [secret, makeSecret()], at);
  expect(new Webhook(secret.reveal()).verify("{}", headers)).toEqual({});
});
