import { beforeEach, expect, test } from "vitest";
import { createLambdaAuthorizer } from "../../../local/api/lambda-authorizer.ts";
import type { Json } from "../../../local/template/template.ts";

const RULES = { functionName: "fn", headers: ["authorization"], cachedMs: 300_000 };
let now: number;
let asked: Json[];
let answers: (event: Json) => Promise<Json>;
let identify: ReturnType<typeof createLambdaAuthorizer>;

beforeEach(() => {
  now = 0;
  asked = [];
  answers = async () => ({ isAuthorized: true, context: { kind: "session" } });
  const invoke = (event: Json) => {
    asked.push(event);
    return answers(event);
  };
  identify = createLambdaAuthorizer(new Map([["fn", { invoke }]]), () => now);
});

const ask = (authorization?: string, rules = RULES) => identify(rules, { authorization }, (source) => source);

test("a request without the identity source is a 401, and nobody is asked", async () => {
  expect(await ask()).toEqual({ allowed: false, status: 401 });
  expect(await ask("")).toEqual({ allowed: false, status: 401 });
  expect(asked).toEqual([]);
});

test("an answer is kept by the value of the header until its time is over, a no as well as a yes", async () => {
  for (const isAuthorized of [true, false]) {
    answers = async () => ({ isAuthorized, context: { n: asked.length } });
    const first = await ask(`Bearer ${isAuthorized}`);
    now += 299_999;
    expect(await ask(`Bearer ${isAuthorized}`)).toEqual(first);
    now += 1;
    await ask(`Bearer ${isAuthorized}`);
  }
  expect(asked).toEqual([["Bearer true"], ["Bearer true"], ["Bearer false"], ["Bearer false"]]);
});

test("without a time to live, each request is asked about", async () => {
  for (let i = 0; i < 3; i++) await ask("Bearer a", { ...RULES, cachedMs: 0 });
  expect(asked).toHaveLength(3);
});

test("an error, or an answer of another form, is a 500 that is not kept", async () => {
  answers = () => Promise.reject(new Error("Unauthorized"));
  expect(await ask("Bearer a")).toEqual({ allowed: false, status: 500 });
  answers = async () => ({ isAuthorized: "true" });
  expect(await ask("Bearer a")).toEqual({ allowed: false, status: 500 });
  answers = async () => ({ isAuthorized: false });
  expect(await ask("Bearer a")).toEqual({ allowed: false, status: 403 });
});
