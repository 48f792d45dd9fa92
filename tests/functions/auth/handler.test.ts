import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { session } from "../../../shared/api/auth-schemas.ts";
import { type Answer, callApi } from "../../support/api-call.ts";
import { startAuth } from "../../support/auth-function.ts";
import { POOL } from "../../support/tokens.ts";

// Password hashing is slow on purpose.
const PASSWORD = "correct horse battery";
let auth: Awaited<ReturnType<typeof startAuth>>;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const post = (path: string, body?: unknown, more: { cookies?: string[]; handler?: unknown } = {}) =>
  callApi(more.handler ?? auth.open, { route: `POST /api/auth/${path}`, body, cookies: more.cookies ?? [] });
const me = (token: string) => callApi(auth.open, { route: "GET /api/auth/me", token });
const cookieOf = (answer: Answer) => answer.cookies[0]?.split(";")[0] ?? "";
const signUp = (name: string) => post("signup", { email: `${name}@example.com`, password: PASSWORD, name });
const codeFor = (email: string) => auth.codes.findLast(({ to }) => to === email)?.code ?? "";
const refresh = (cookie: string) => post("refresh", undefined, { cookies: [cookie] });
const token = (answer: Answer) => z.object({ token: z.string() }).parse(answer.json).token;

describe("signing up", () => {
  test("returns a token, a cookie and the account, and sends a code to the address", async () => {
    const answer = await post("signup", { email: " Alice@Example.com", password: PASSWORD, name: "Alice" });
    expect(answer.status).toBe(201);
    const { user, expires_in } = session.parse(answer.json);
    expect(user).toMatchObject({ email: "alice@example.com", name: "Alice", email_verified: false });
    expect(expires_in).toBe(900);
    expect(cookieOf(answer)).toMatch(/^latchkey_refresh=.+/);
    expect(codeFor("alice@example.com")).toMatch(/^\d+$/);
    expect(await auth.users.get(user.id)).toMatchObject({ user_id: user.id, email: "alice@example.com" });
    expect((await me(token(answer))).json).toEqual(user);
  });

  test("is refused for an address that has an account, which stays unchanged", async () => {
    await signUp("taken");
    const again = await post("signup", { email: "taken@example.com", password: "another password", name: "Mallory" });
    expect(again).toMatchObject({ status: 409, json: { code: "email_taken" }, cookies: [] });
    expect((await post("login", { email: "taken@example.com", password: PASSWORD })).status).toBe(200);
  });

  test("refuses a short password by its code, and creates no account", async () => {
    const body = { email: "short@example.com", password: "secret", name: "Short" };
    expect(await post("signup", body)).toMatchObject({ status: 400, json: { errors: [{ field: "password" }] } });
    expect((await post("signup", { ...body, password: PASSWORD })).status).toBe(201);
  });

  test("twice at once creates one account, and only one caller gets a token", async () => {
    const answers = await Promise.all([signUp("twice"), signUp("twice"), signUp("twice")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("replaces what a crashed sign-up left, once it has surely died, under a new id", async () => {
    const email = "crashed@example.com";
    const left = { UserPoolId: POOL.USER_POOL_ID, Username: email, TemporaryPassword: PASSWORD };
    const { User } = await auth.cognito.send(new AdminCreateUserCommand({ ...left, MessageAction: "SUPPRESS" }));
    expect(await post("login", { email, password: PASSWORD })).toMatchObject({ status: 401 });
    expect(await signUp("crashed")).toMatchObject({ status: 409, json: { code: "conflict" } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const answer = await signUp("crashed").finally(() => vi.useRealTimers());
    expect(answer.status).toBe(201);
    expect(session.parse(answer.json).user.id).not.toBe(User?.Username);
  });
});

describe("logging in", () => {
  test("gives the same answer byte for byte to a wrong password and to an unknown address", async () => {
    await signUp("known");
    const wrong = await post("login", { email: "known@example.com", password: "wrong password" });
    const unknown = await post("login", { email: "unknown@example.com", password: "wrong password" });
    expect(wrong).toMatchObject({ status: 401, json: { code: "invalid_credentials" }, cookies: [] });
    expect(unknown.text).toBe(wrong.text);
  });

  test("creates the user's row if a sign-up crashed before it", async () => {
    const email = "rowless@example.com";
    const who = { UserPoolId: POOL.USER_POOL_ID, Username: email };
    await auth.cognito.send(
      new AdminCreateUserCommand({
        ...who,
        MessageAction: "SUPPRESS",
        UserAttributes: [
          { Name: "email", Value: email },
          { Name: "name", Value: "Row Less" },
        ],
      }),
    );
    await auth.cognito.send(new AdminSetUserPasswordCommand({ ...who, Password: PASSWORD, Permanent: true }));
    const { user } = session.parse((await post("login", { email, password: PASSWORD })).json);
    expect(await auth.users.get(user.id)).toMatchObject({ email, name: "Row Less", created_at: user.created_at });
  });
});

describe("the refresh cookie", () => {
  test("is traded for a new token and a new cookie", async () => {
    const answer = await refresh(cookieOf(await signUp("refresh")));
    expect(answer.status).toBe(200);
    expect((await me(token(answer))).status).toBe(200);
    expect((await refresh(cookieOf(answer))).status).toBe(200);
  });

  test.each([["latchkey_refresh=garbage"], ["other=1"]])("%s is refused and cleared", async (cookie) => {
    const answer = await refresh(cookie);
    expect(answer).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect(answer.cookies[0]).toMatch(/^latchkey_refresh=;.*Max-Age=0$/);
  });

  test("is invalid after a log-out, which clears it", async () => {
    const cookie = cookieOf(await signUp("logout"));
    const out = await post("logout", undefined, { cookies: [cookie] });
    expect(out).toMatchObject({ status: 204, text: "" });
    expect(out.cookies[0]).toMatch(/Max-Age=0$/);
    expect((await refresh(cookie)).status).toBe(401);
  });

  test("is not needed to log out", async () => {
    expect((await post("logout")).status).toBe(204);
    expect((await post("logout", undefined, { cookies: ["latchkey_refresh=garbage"] })).status).toBe(204);
  });
});

describe("verifying the address", () => {
  test("works with the code that was sent, and logs in", async () => {
    await signUp("prove");
    const credentials = { email: "prove@example.com", password: PASSWORD };
    const wrong = await post("confirm", { ...credentials, code: "00000000" });
    expect(wrong).toMatchObject({ status: 400, json: { code: "invalid_code" }, cookies: [] });
    const right = await post("confirm", { ...credentials, code: codeFor(credentials.email) });
    expect(session.parse(right.json).user.email_verified).toBe(true);
    expect((await me(token(right))).json).toMatchObject({ email_verified: true });
    expect(await auth.users.get(session.parse(right.json).user.id)).toHaveProperty("email_verified_at");
  });

  test("can be requested again, but only with the password", async () => {
    await signUp("again");
    const credentials = { email: "again@example.com", password: PASSWORD };
    const before = auth.codes.length;
    const wrong = await post("resend", { ...credentials, password: "wrong password" });
    expect(auth.codes.length).toBe(before);
    expect(await post("resend", credentials)).toMatchObject({ status: 202, cookies: [], text: wrong.text });
    expect(auth.codes.length).toBe(before + 1);
    const code = codeFor(credentials.email);
    expect((await post("confirm", { ...credentials, code })).status).toBe(200);
    expect((await post("resend", credentials)).status).toBe(202);
    expect(auth.codes.length).toBe(before + 1);
  });
});

describe("where the address must be verified first", () => {
  const confirming = (path: string, body: unknown) => post(path, body, { handler: auth.confirming });

  test("a sign-up returns no token, and no token is issued before the code", async () => {
    const body = { email: "first@example.com", password: PASSWORD, name: "First" };
    const { name: _, ...credentials } = body;
    expect(await confirming("signup", body)).toMatchObject({ status: 202, cookies: [] });
    const early = await confirming("login", credentials);
    expect(early).toMatchObject({ status: 401, json: { code: "invalid_credentials" }, cookies: [] });
    const code = codeFor(body.email);
    expect((await confirming("confirm", { ...credentials, code })).status).toBe(200);
    expect((await confirming("login", credentials)).status).toBe(200);
  });

  test("a sign-up with a taken address is answered byte for byte like any other", async () => {
    const body = { email: "second@example.com", password: PASSWORD, name: "Second" };
    const first = await confirming("signup", body);
    const second = await confirming("signup", { ...body, password: "another password" });
    expect(second).toMatchObject({ status: 202, text: first.text });
    expect(auth.codes.filter(({ to }) => to === body.email)).toHaveLength(1);
  });

  test("a password set for somebody's address does not reveal whether they have an account", async () => {
    await confirming("signup", { email: "owner@example.com", password: PASSWORD, name: "Owner" });
    const ask = async (email: string) => {
      const credentials = { email, password: "a stranger's guess" };
      await confirming("signup", { ...credentials, name: "Stranger" });
      const answers = [
        await confirming("login", credentials),
        await confirming("resend", credentials),
        await confirming("confirm", { ...credentials, code: "00000000" }),
      ];
      return answers.map(({ status, text, cookies }) => ({ status, text, cookies }));
    };
    expect(await ask("owner@example.com")).toEqual(await ask("nobody-yet@example.com"));
  });
});

describe("a forgotten password", () => {
  test("gets the same answer for everybody, with or without an account", async () => {
    await signUp("unproved");
    const unknown = await post("forgot-password", { email: "no-one@example.com" });
    const unproved = await post("forgot-password", { email: "unproved@example.com" });
    expect(unknown.status).toBe(202);
    expect(unproved.text).toBe(unknown.text);
    expect(auth.codes.filter(({ purpose }) => purpose === "reset_password")).toEqual([]);
  });

  test("is replaced with the code that went to the verified address", async () => {
    const email = "forgot@example.com";
    await signUp("forgot");
    const before = await post("confirm", { email, password: PASSWORD, code: codeFor(email) });
    await post("forgot-password", { email });
    const password = "a new pass phrase";
    const wrong = await post("reset-password", { email, code: "00000000", password });
    const unknown = await post("reset-password", { email: "no-one@example.com", code: "00000000", password });
    expect(wrong).toMatchObject({ status: 400, json: { code: "invalid_code" } });
    expect(unknown.text).toBe(wrong.text);
    expect((await post("reset-password", { email, code: codeFor(email), password })).status).toBe(204);
    expect((await post("login", { email, password: PASSWORD })).status).toBe(401);
    expect((await post("login", { email, password })).status).toBe(200);
    // A session that was opened with the old password has ended.
    expect((await refresh(cookieOf(before))).status).toBe(401);
  });

  test("is replaced even if the old sessions cannot be ended at the moment", async () => {
    const email = "halfway@example.com";
    await signUp("halfway");
    await post("confirm", { email, password: PASSWORD, code: codeFor(email) });
    await post("forgot-password", { email });
    const stack = auth.cognito.middlewareStack;
    stack.add(
      (next, { commandName }) =>
        async (call) => {
          if (commandName === "AdminUserGlobalSignOutCommand") throw new Error("Cognito is away");
          return next(call);
        },
      { name: "failing" },
    );
    const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const answer = await post("reset-password", { email, code: codeFor(email), password: "a new pass phrase" });
    const logged = said.mock.calls.join("");
    said.mockRestore();
    stack.remove("failing");
    expect(answer.status).toBe(204);
    expect(logged).toContain("sign_out_failed");
    expect((await post("login", { email, password: "a new pass phrase" })).status).toBe(200);
  });

  test("may be requested often without revealing whether there is an account", async () => {
    const email = "often@example.com";
    await signUp("often");
    await post("confirm", { email, password: PASSWORD, code: codeFor(email) });
    const texts = new Set<string>();
    for (let i = 0; i < 12; i += 1) {
      texts.add((await post("forgot-password", { email })).text);
      texts.add((await post("forgot-password", { email: "no-one@example.com" })).text);
    }
    expect(texts.size).toBe(1);
  });
});

test("a token that outlives its account is refused", async () => {
  const answer = await signUp("gone");
  const Username = session.parse(answer.json).user.id;
  await auth.cognito.send(new AdminDeleteUserCommand({ UserPoolId: POOL.USER_POOL_ID, Username }));
  expect(await me(token(answer))).toMatchObject({ status: 401, json: { code: "unauthorized" } });
});

describe("an account that is being deleted", () => {
  /** Calls of Cognito's that open a session, and what each was given. */
  async function sessionsOpened(ask: () => Promise<unknown>): Promise<string[]> {
    const opened: string[] = [];
    const stack = auth.cognito.middlewareStack;
    stack.add(
      (next, { commandName }) =>
        async (call) => {
          const result = await next(call);
          if (commandName === "AdminInitiateAuthCommand") opened.push(refreshTokenIn(result.output));
          return result;
        },
      { name: "watching" },
    );
    await ask().finally(() => stack.remove("watching"));
    return opened;
  }
  const refreshTokenIn = (output: unknown) =>
    z.object({ AuthenticationResult: z.object({ RefreshToken: z.string() }) }).parse(output).AuthenticationResult
      .RefreshToken;

  test("is not let in, looks like none, and leaves no session open", async () => {
    const email = "leaving@example.com";
    const before = await signUp("leaving");
    const code = codeFor(email);
    await auth.users.markDeleting(session.parse(before.json).user.id, new Date());
    expect(await me(token(before))).toMatchObject({ status: 401, json: { code: "unauthorized" } });

    const wrong = await post("login", { email: "nobody-here@example.com", password: PASSWORD });
    for (const [path, body] of [
      ["login", { email, password: PASSWORD }],
      ["confirm", { email, password: PASSWORD, code }],
    ] as const) {
      let answer: Answer | undefined;
      const opened = await sessionsOpened(async () => {
        answer = await post(path, body);
      });
      expect(answer).toMatchObject({ status: 401, text: wrong.text, cookies: [] });
      expect(opened).toHaveLength(1);
      for (const refreshToken of opened) {
        expect((await refresh(`latchkey_refresh=${refreshToken}`)).status).toBe(401);
      }
    }
  });
});
