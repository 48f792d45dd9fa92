import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { buildRelease, hasRelease, type Machine, startMachine } from "../support/release.ts";

const email = "alice@people.example";
const password = "correct horse battery";

let folder: string;
let machine: Machine | undefined;
let token = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rollback-"));
  if (hasRelease()) await buildRelease(join(folder, "release"));
  // It makes the last release's bundles and template, and starts a machine three times.
}, 20 * 60_000);
afterAll(async () => {
  await machine?.stop();
  rmSync(folder, { recursive: true });
});

/** Today's code, or the last release's, on the one data folder. */
async function startOf(sources: string): Promise<void> {
  await machine?.stop();
  machine = await startMachine(sources, join(folder, "data"));
}

async function api(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${machine?.url}${path}`, {
    method,
    headers: {
      ...(body && { "content-type": "application/json" }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return JSON.parse(text);
}

async function logIn(): Promise<void> {
  token = "";
  token = z.object({ token: z.string() }).parse(await api("POST", "/api/auth/login", { email, password })).token;
}

const agent = z.object({ id: z.string(), address: z.string() });
const list = z.object({ runs: z.array(z.object({ id: z.string(), subject: z.string(), state: z.string() })) });

async function newAgent(mode: "auto_reply" | "draft") {
  return agent.parse(await api("POST", "/api/automation/agents", { name: mode, type: "email_inbound", mode }));
}

async function mail(to: string, subject: string): Promise<void> {
  const port = machine?.smtpPort ?? 0;
  const smtp = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  await smtp.sendMail({ from: "carol@customer.example", to, subject, text: "When do you open?" });
}

/** The states of the runs by their subjects. */
async function states(): Promise<Record<string, string>> {
  const { runs } = list.parse(await api("GET", "/api/conversations"));
  return Object.fromEntries(runs.map(({ subject, state }) => [subject, state]));
}

async function draftOf(subject: string): Promise<string> {
  const { runs } = list.parse(await api("GET", "/api/conversations"));
  return runs.find((each) => each.subject === subject)?.id ?? "";
}

describe.skipIf(!hasRelease())("the last release on the rows that this one has written", () => {
  it(
    "loses nothing: it answers, shows and sends the work of this release, which then continues",
    async () => {
      await startOf(".");
      await api("POST", "/api/auth/signup", { email, password, name: "Alice" });
      await logIn();
      const key = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" };
      await api("POST", "/api/ai-config", key);
      const [answers, drafts] = [await newAgent("auto_reply"), await newAgent("draft")];
      await mail(answers.address, "first");
      await mail(drafts.address, "to be approved");
      await mail(drafts.address, "to be kept");
      const before = { first: "replied", "to be approved": "drafted", "to be kept": "drafted" };
      await expect.poll(states).toEqual(before);
      const run = await draftOf("first");
      const detail = z.object({ answer: z.string(), text: z.string() });
      const written = detail.parse(await api("GET", `/api/conversations/${run}`));

      await startOf(join(folder, "release"));
      await logIn();
      expect(await states()).toEqual(before);
      expect(detail.parse(await api("GET", `/api/conversations/${run}`))).toEqual(written);
      await api("POST", `/api/conversations/${await draftOf("to be approved")}/approve`, {});
      await mail(answers.address, "second");
      const after = { ...before, "to be approved": "replied", second: "replied" };
      await expect.poll(states).toEqual(after);
      await api("GET", "/api/usage");

      await startOf(".");
      await logIn();
      expect(await states()).toEqual(after);
      await api("POST", `/api/conversations/${await draftOf("to be kept")}/approve`, {});
      await mail(answers.address, "third");
      await expect.poll(states).toEqual({ ...after, "to be kept": "replied", third: "replied" });
    },
    20 * 60_000,
  );
});
