import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { beforeEach, describe, expect, test } from "vitest";
import { clientsOf, failure, POOL, startTestAws, type TestAws } from "../support.ts";
import { ClientId, makeUser, PASSWORD, signIn, tokensOf, UserPoolId } from "./pool.ts";

const EMAIL = "alice@example.com";
let one: TestAws;
let cognito: ReturnType<typeof clientsOf>["cognito"];
beforeEach(async () => {
  one = await startTestAws();
  await one.aws.createUserPool(POOL);
  cognito = clientsOf(one.aws, one.aws.admin).cognito;
  return () => one.aws.stop();
});

const other = (code: string | undefined) => (code === "000000" ? "000001" : "000000");

describe("proving an e-mail address", () => {
  async function aliceAsks() {
    await makeUser(cognito, EMAIL);
    const { AccessToken } = tokensOf(await signIn(cognito, EMAIL));
    const ask = () =>
      cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: "email" }));
    const verify = (Code = "") =>
      cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: "email", Code }));
    return { ask, verify };
  }

  test("works with the code from the mail, once", async () => {
    const { ask, verify } = await aliceAsks();
    const { CodeDeliveryDetails } = await ask();
    expect(CodeDeliveryDetails).toEqual({ AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "a***@e***" });
    expect(one.codes).toEqual([{ to: EMAIL, code: expect.stringMatching(/^\d{6}$/), purpose: "verify_email" }]);
    await verify(one.codes[0]?.code);
    const { UserAttributes } = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: EMAIL }));
    expect(UserAttributes).toContainEqual({ Name: "email_verified", Value: "true" });
    expect((await failure(verify(one.codes[0]?.code))).name).toBe("ExpiredCodeException");
  });

  test("fails with a wrong code, and after several tries even with the right one", async () => {
    const { ask, verify } = await aliceAsks();
    await ask();
    const code = one.codes[0]?.code;
    for (const _ of [1, 2, 3, 4, 5]) expect((await failure(verify(other(code)))).name).toBe("CodeMismatchException");
    expect((await failure(verify(code))).name).toBe("LimitExceededException");
    await ask();
    expect((await failure(verify(one.codes[1]?.code))).name).toBe("LimitExceededException");
  });

  test("works only with the newest code, and the number of codes is limited", async () => {
    const { ask, verify } = await aliceAsks();
    for (const _ of [1, 2, 3, 4, 5]) await ask();
    expect((await failure(ask())).name).toBe("LimitExceededException");
    const [first, last] = [one.codes[0]?.code, one.codes[4]?.code];
    if (first !== last) expect((await failure(verify(first))).name).toBe("CodeMismatchException");
    await verify(last);
  });
});

describe("a forgotten password", () => {
  const forgot = (Username: string) => cognito.send(new ForgotPasswordCommand({ ClientId, Username }));
  const confirm = (ConfirmationCode = "", Password = "another horse", Username = EMAIL) =>
    cognito.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }));

  test("is replaced with the code from the mail", async () => {
    await makeUser(cognito, EMAIL, { email_verified: "true" });
    await forgot(EMAIL);
    const code = one.codes[0]?.code;
    expect(one.codes).toEqual([{ to: EMAIL, code, purpose: "reset_password" }]);
    expect((await failure(confirm(other(code)))).name).toBe("CodeMismatchException");
    expect((await failure(confirm(code, "short"))).name).toBe("InvalidPasswordException");
    await confirm(code);
    await signIn(cognito, EMAIL, "another horse");
    expect((await failure(signIn(cognito, EMAIL, PASSWORD))).name).toBe("NotAuthorizedException");
    expect((await failure(confirm(code))).name).toBe("ExpiredCodeException");
  });

  test("of an unknown address gets the same answer as one for which a code was sent", async () => {
    const { CodeDeliveryDetails } = await forgot("nobody@example.com");
    expect(CodeDeliveryDetails?.Destination).toBe("n***@e***");
    expect(one.codes).toEqual([]);
    expect((await failure(confirm("123456", "another horse", "nobody@example.com"))).name).toBe(
      "CodeMismatchException",
    );
  });

  test("causes no code for an unverified address, or for a user without a permanent password", async () => {
    await makeUser(cognito, EMAIL);
    expect((await failure(forgot(EMAIL))).name).toBe("InvalidParameterException");
    const verified = [{ Name: "email_verified", Value: "true" }];
    const create = {
      UserPoolId,
      Username: "new@example.com",
      MessageAction: "SUPPRESS" as const,
      UserAttributes: verified,
    };
    await cognito.send(new AdminCreateUserCommand(create));
    expect((await failure(forgot("new@example.com"))).name).toBe("NotAuthorizedException");
    expect(one.codes).toEqual([]);
  });
});

test("calls with a user's own token or code need no credentials, and admin calls do", async () => {
  const anonymous = new CognitoIdentityProviderClient({
    endpoint: one.aws.endpoint,
    region: one.aws.region,
    credentials: { accessKeyId: "nobody", secretAccessKey: "nothing" },
  });
  await anonymous.send(new ForgotPasswordCommand({ ClientId, Username: EMAIL }));
  const get = anonymous.send(new AdminGetUserCommand({ UserPoolId, Username: EMAIL }));
  expect((await failure(get)).name).toBe("UnrecognizedClientException");
});
