import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../../../shared/api/auth-schemas.ts";
import { type Answer, callApi } from "../../support/api-call.ts";
import { startAuth } from "../../support/auth-function.ts";

// Password hashing is slow on purpose.
const PASSWORD = "correct horse battery";
let auth: Awaited<ReturnType<typeof startAuth>>;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const post = (path: string, body?: unknown, more: { cookies?: string[]; token?: string } = {}) =>
  callApi(auth.open, { route: `POST /api/auth/${path}`, body, ...more });
const cookieOf = (answer: Answer) => answer.cookies[0]?.split(";")[0] ?? "";
const refresh = (cookie: string) => post("refresh", undefined, { cookies: [cookie] });
const logIn = (email: string, password = PASSWORD) => post("login", { email, password });

/** A new account, with the token and the cookie of its first session. */
async function someone(name: string) {
  const email = `${name}@example.com`;
  const answer = await post("signup", { email, password: PASSWORD, name });
  return { email, token: session.parse(answer.json).token, cookie: cookieOf(answer) };
}

describe("changing the password", () => {
  test("ends every other session, and this one continues with a new cookie", async () => {
    const { email, token, cookie } = await someone("change");
    const other = cookieOf(await logIn(email));
    const newPassword = "a new pass phrase";
    const answer = await post("change-password", { password: PASSWORD, newPassword }, { token, cookies: [cookie] });
    expect(answer).toMatchObject({ status: 204, text: "" });
    expect((await refresh(other)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(cookieOf(answer))).status).toBe(200);
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, newPassword)).status).toBe(200);
  });

  test("needs the old password: a token alone is not enough, and no session ends", async () => {
    const { email, token, cookie } = await someone("wrong");
    const body = { password: "a stranger's guess", newPassword: "a new pass phrase" };
    const answer = await post("change-password", body, { token });
    expect(answer).toMatchObject({ status: 400, json: { code: "wrong_password" }, cookies: [] });
    expect((await refresh(cookie)).status).toBe(200);
    expect((await logIn(email)).status).toBe(200);
  });

  test("refuses a weak password by its code, and the old one stays", async () => {
    const { email, token } = await someone("weak");
    const answer = await post("change-password", { password: PASSWORD, newPassword: "short" }, { token });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: "newPassword" }] } });
    expect((await logIn(email)).status).toBe(200);
  });

  test("says so when the password was changed but the sessions could not be ended", async () => {
    const { email, token } = await someone("half");
    const stack = auth.cognito.middlewareStack;
    const failing = { name: "failing" };
    stack.add(
      (next, { commandName }) =>
        async (call) => {
          if (commandName === "AdminUserGlobalSignOutCommand") throw new Error("Cognito is away");
          return next(call);
        },
      failing,
    );
    const newPassword = "a new pass phrase";
    const answer = await post("change-password", { password: PASSWORD, newPassword }, { token });
    stack.remove("failing");
    expect(answer).toMatchObject({ status: 503, json: { code: "unavailable" } });
    expect(answer.text).toContain("The password is changed");
    expect((await logIn(email, newPassword)).status).toBe(200);
  });
});

test("logging out everywhere ends all sessions of this account and of no other, and clears the cookie", async () => {
  const [{ email, token, cookie }, bob] = await Promise.all([someone("everywhere"), someone("bystander")]);
  const other = cookieOf(await logIn(email));
  const answer = await post("logout-everywhere", undefined, { token, cookies: [cookie] });
  expect(answer).toMatchObject({ status: 204, text: "" });
  expect(answer.cookies[0]).toMatch(/^latchkey_refresh=;.*Max-Age=0$/);
  for (const ended of [cookie, other]) expect((await refresh(ended)).status).toBe(401);
  expect((await refresh(bob.cookie)).status).toBe(200);
  expect((await logIn(email)).status).toBe(200);
});
