import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callApi } from "../../support/api-call.ts";
import { EDGE_PROOF, startAuth } from "../../support/auth-function.ts";

const PASSWORD = "correct horse battery";
let auth: Awaited<ReturnType<typeof startAuth>>;
beforeAll(async () => {
  // Limits go by the clock: a minute that ends in the middle would let twice as many through.
  vi.useFakeTimers({ toFake: ["Date"] });
  auth = await startAuth({ codesPerDay: 40 });
});
afterAll(() => {
  vi.useRealTimers();
  return auth.stop();
});

/** One viewer, through CloudFront unless `headers` says otherwise. */
const from = (viewer: string) => ({ "x-latchkey-edge": EDGE_PROOF, "x-forwarded-for": `${viewer}, 192.0.2.1` });
const post = (path: string, body: object, headers: Record<string, string>, handler: unknown = auth.open) =>
  callApi(handler, { route: `POST /api/auth/${path}`, body, headers });
const guess = (email: string, headers: Record<string, string>) =>
  post("login", { email, password: "a wrong one" }, headers);
const mailsTo = (email: string) => auth.codes.filter(({ to }) => to === email).length;

async function statuses(tries: number, ask: (i: number) => ReturnType<typeof post>) {
  const answers = await Promise.all(Array.from({ length: tries }, (_, i) => ask(i)));
  return Map.groupBy(answers, ({ status }) => status);
}

test("a caller who tries too often is refused, and all others log in as before", async () => {
  await post("signup", { email: "alice@example.com", password: PASSWORD, name: "Alice" }, from("198.51.100.1"));
  const flood = await statuses(130, (i) => guess(`user${i}@example.com`, from("203.0.113.9")));
  expect(flood.get(401)).toHaveLength(120);
  const [refused] = flood.get(429) ?? [];
  expect(refused).toMatchObject({ json: { code: "too_many_requests" } });
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  const alice = await post("login", { email: "alice@example.com", password: PASSWORD }, from("198.51.100.1"));
  expect(alice.status).toBe(200);
});

test.each([
  ["with invented addresses before it", (i: number) => from(`10.0.0.${i}, 203.0.113.77`)],
  ["straight at the API with invented headers", (i: number) => ({ "x-forwarded-for": `10.0.1.${i}` })],
  [
    "straight at the API with a guess at the proof",
    (i: number) => ({ ...from(`10.0.2.${i}`), "x-latchkey-edge": "x" }),
  ],
])("a caller is no other one %s", async (_, headers) => {
  const flood = await statuses(130, (i) => guess(`user${i}@example.com`, headers(i)));
  expect(flood.get(429)?.length).toBeGreaterThanOrEqual(10);
});

test("one e-mail cannot be tried without end from many addresses", async () => {
  const flood = await statuses(70, (i) => guess("bob@example.com", from(`198.18.0.${i}`)));
  expect(flood.get(429)?.length).toBeGreaterThanOrEqual(10);
});

describe("mails with a code", () => {
  test("one address is sent few in an hour, and a stranger is told the same of one without an account", async () => {
    const [known, unknown] = ["known@example.com", "unknown@example.com"];
    await post("signup", { email: known, password: PASSWORD, name: "Known" }, from("198.51.100.2"));
    const code = auth.codes.findLast(({ to }) => to === known)?.code;
    await post("confirm", { email: known, password: PASSWORD, code }, from("198.51.100.2"));
    const ask = (email: string) => (i: number) => post("forgot-password", { email }, from(`198.18.1.${i}`));
    const [first, second] = [await statuses(12, ask(known)), await statuses(12, ask(unknown))];
    expect([first, second].map((answers) => answers.get(202)?.length)).toEqual([12, 12]);
    expect(new Set([first, second].flatMap((all) => all.get(202)?.map(({ text }) => text))).size).toBe(1);
    expect(mailsTo(known)).toBe(5);
  });

  test("all together are capped for the day: accounts are made all the same, unless they would wait for a code", async () => {
    const sign = (i: number, handler?: unknown) =>
      post("signup", { email: `n${i}@example.com`, password: PASSWORD, name: "N" }, from(`198.18.2.${i}`), handler);
    const made = await statuses(30, (i) => sign(i));
    expect(made.get(201)).toHaveLength(30);
    expect(auth.codes.length).toBeLessThanOrEqual(40);
    const waiting = await sign(99, auth.confirming);
    expect(waiting).toMatchObject({ status: 429, json: { code: "too_many_requests" } });
    expect(await post("login", { email: "n99@example.com", password: PASSWORD }, from("198.18.3.1"))).toMatchObject({
      status: 401,
    });
  });
});
