import { afterAll, beforeAll, expect, test } from "vitest";
import { Admission } from "../../../functions/auth/admission.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { CallerLimit } from "../../../shared/limits/caller-limit.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const EDGE_PROOF = "proof";
/** The begin of an hour, so of every window. */
const BEGIN = Date.parse("2026-11-29T10:00:00.000Z");

let dynamo: TestDynamo;
let now = new Date(BEGIN);
beforeAll(async () => {
  dynamo = await startDynamo({ callers: { partition: "caller", sort: "window" } });
});
afterAll(() => dynamo.stop());

const admission = (codesPerDay = 1_000) =>
  new Admission({ limits: new CallerLimit(dynamo.db, "callers"), edgeProof: EDGE_PROOF, codesPerDay, now: () => now });
const caller = (viewer: string, email: string) => ({
  origin: { edge: EDGE_PROOF, forwardedFor: `${viewer}, 192.0.2.1`, peer: "192.0.2.1" },
  body: { email },
});

/** How many of so many tries, one after the other, were let through, and what the last one was told to wait. */
async function admitted(tries: number, ask: (i: number) => Promise<unknown>) {
  let passed = 0;
  let retryAfter: number | undefined;
  for (let i = 0; i < tries; i++) {
    try {
      if ((await ask(i)) !== false) passed += 1;
    } catch (error) {
      if (!(error instanceof LatchkeyError) || error.code !== "too_many_requests") throw error;
      ({ retryAfter } = error);
    }
  }
  return { passed, retryAfter };
}

const at = (seconds: number) => {
  now = new Date(BEGIN + seconds * 1_000);
};

test("a viewer has 120 tries a minute, with whatever e-mails, and then again", async () => {
  const tries = (minute: string) =>
    admitted(125, (i) => admission().admit(caller("198.51.100.1", `${minute}${i}@a.example`)));
  at(20);
  expect(await tries("first")).toEqual({ passed: 120, retryAfter: 40 });
  at(60);
  expect(await tries("second")).toEqual({ passed: 120, retryAfter: 60 });
});

test("an e-mail has 30 tries in five minutes, from whatever viewers, and then again", async () => {
  const tries = (net: number) => admitted(33, (i) => admission().admit(caller(`198.18.${net}.${i}`, "bob@a.example")));
  at(100);
  expect(await tries(1)).toEqual({ passed: 30, retryAfter: 200 });
  at(300);
  expect(await tries(2)).toEqual({ passed: 30, retryAfter: 300 });
});

test("a viewer has 60 mails with a code an hour, to whatever e-mails, and then again", async () => {
  const codes = (hour: string) =>
    admitted(63, (i) => admission().admitCode(caller("198.51.100.2", `${hour}${i}@b.example`)));
  at(0);
  expect(await codes("first")).toEqual({ passed: 60, retryAfter: 3_600 });
  at(3_600);
  expect((await codes("second")).passed).toBe(60);
});

test("an e-mail is sent five codes an hour, and whoever asks for more is told nothing of it", async () => {
  const codes = (net: number) =>
    admitted(8, (i) => admission().admitCode(caller(`198.19.${net}.${i}`, "carol@b.example")));
  at(0);
  expect(await codes(1)).toEqual({ passed: 5, retryAfter: undefined });
  at(3_600);
  expect(await codes(2)).toEqual({ passed: 5, retryAfter: undefined });
});

test("all callers together are sent so many codes a day, until the next day", async () => {
  const codes = (day: string) =>
    admitted(4, (i) => admission(2).admitCode(caller(`203.0.113.${i}`, `${day}${i}@c.example`)));
  now = new Date("2026-12-01T23:59:00.000Z");
  expect(await codes("first")).toEqual({ passed: 2, retryAfter: 60 });
  now = new Date("2026-12-02T00:00:00.000Z");
  expect((await codes("second")).passed).toBe(2);
});
