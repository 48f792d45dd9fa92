import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  GetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsOf, failure, POOL, startTestAws, type TestAws } from "../support.ts";
import { ClientId, makeUser, PASSWORD, signIn, tokensOf, UserPoolId } from "./pool.ts";

let one: TestAws;
let cognito: ReturnType<typeof clientsOf>["cognito"];
beforeAll(async () => {
  one = await startTestAws();
  await one.aws.createUserPool(POOL);
  cognito = clientsOf(one.aws, one.aws.admin).cognito;
});
afterAll(() => one.aws.stop());

test("a new user has a sub, is found by e-mail in any case and by sub, and signs in", async () => {
  const sub = await makeUser(cognito, "alice@example.com", { name: "Alice" });
  for (const Username of ["alice@example.com", "ALICE@example.com", sub]) {
    const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
    expect(user).toMatchObject({ Username: sub, UserStatus: "CONFIRMED", Enabled: true });
    expect(user.UserAttributes).toContainEqual({ Name: "name", Value: "Alice" });
    expect(user.UserAttributes).toContainEqual({ Name: "email_verified", Value: "false" });
    expect(user.UserCreateDate?.getUTCFullYear()).toBeGreaterThan(2025);
  }
  const { AuthenticationResult } = await signIn(cognito, "Alice@example.com");
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 900, TokenType: "Bearer" });
});

test("a second user with the same e-mail is refused, in upper or lower case and in concurrent calls", async () => {
  const create = (Username: string) =>
    cognito.send(
      new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: "SUPPRESS", TemporaryPassword: PASSWORD }),
    );
  const both = await Promise.allSettled([create("twice@example.com"), create("Twice@example.com")]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await failure(create("twice@example.com"))).name).toBe("UsernameExistsException");
});

test("a wrong password and an unknown user get the same answer", async () => {
  await makeUser(cognito, "bob@example.com");
  const wrong = await failure(signIn(cognito, "bob@example.com", "wrong password"));
  const unknown = await failure(signIn(cognito, "nobody@example.com"));
  expect(wrong.name).toBe("NotAuthorizedException");
  expect(wrong.message).toBe("Incorrect username or password.");
  expect([unknown.name, unknown.message]).toEqual([wrong.name, wrong.message]);
});

test("a short password is refused, and a temporary password must be changed", async () => {
  await makeUser(cognito, "carol@example.com");
  const set = (Password: string, Permanent: boolean) =>
    cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: "carol@example.com", Password, Permanent }));
  expect((await failure(set("1234567", true))).name).toBe("InvalidPasswordException");
  await set("12345678", false);
  const answer = await signIn(cognito, "carol@example.com", "12345678");
  expect(answer.ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  expect(answer.AuthenticationResult).toBeUndefined();
});

test("a user who knows the old password can change it", async () => {
  await makeUser(cognito, "dave@example.com");
  const { AccessToken } = tokensOf(await signIn(cognito, "dave@example.com"));
  const change = (PreviousPassword: string) =>
    cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword: "another horse" }));
  expect((await failure(change("wrong horse"))).name).toBe("NotAuthorizedException");
  await change(PASSWORD);
  await signIn(cognito, "dave@example.com", "another horse");
});

test("a deleted user is gone, and the user's token no longer works", async () => {
  await makeUser(cognito, "erin@example.com");
  const { AccessToken } = tokensOf(await signIn(cognito, "erin@example.com"));
  await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username: "erin@example.com" }));
  const get = new AdminGetUserCommand({ UserPoolId, Username: "erin@example.com" });
  expect((await failure(cognito.send(get))).name).toBe("UserNotFoundException");
  expect((await failure(cognito.send(new GetUserCommand({ AccessToken })))).name).toBe("UserNotFoundException");
});

test.each([
  ["ResourceNotFoundException", { UserPoolId: "us-east-1_None", ClientId }],
  ["ResourceNotFoundException", { UserPoolId, ClientId: "none" }],
  ["InvalidParameterException", { UserPoolId, ClientId, AuthFlow: "REFRESH_TOKEN_AUTH" as const }],
])("a sign-in is %s for %j", async (name, input) => {
  const call = cognito.send(new AdminInitiateAuthCommand({ AuthFlow: "ADMIN_USER_PASSWORD_AUTH", ...input }));
  expect((await failure(call)).name).toBe(name);
});

test("a user name that is not an e-mail address, and an invitation by mail, are refused", async () => {
  const create = (Username: string, MessageAction?: "SUPPRESS") =>
    cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, ...(MessageAction && { MessageAction }) }));
  expect((await failure(create("frank", "SUPPRESS"))).name).toBe("InvalidParameterException");
  expect((await failure(create("frank@example.com"))).name).toBe("InvalidParameterException");
});
