import { expect, test } from "vitest";
import { translateCognitoErrors } from "../../../shared/accounts/cognito-call.ts";

const fails = (name: string) => Promise.reject(Object.assign(new Error("text of Cognito"), { name }));

test.each(["TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"])(
  "%s is a 429 unless the caller gives it another meaning",
  async (name) => {
    await expect(translateCognitoErrors(fails(name))).rejects.toMatchObject({ code: "too_many_requests", status: 429 });
    await expect(translateCognitoErrors(fails(name), { [name]: "invalid_code" })).rejects.toMatchObject({
      code: "invalid_code",
    });
  },
);

test("a refusal gets the meaning that the caller gives it, without Cognito's text", async () => {
  const call = translateCognitoErrors(fails("CodeMismatchException"), { CodeMismatchException: "invalid_code" });
  await expect(call).rejects.toMatchObject({ code: "invalid_code", message: expect.not.stringContaining("Cognito") });
});

test("any other error goes on as it is, and a result comes back", async () => {
  await expect(translateCognitoErrors(fails("InternalErrorException"))).rejects.toMatchObject({
    name: "InternalErrorException",
  });
  expect(await translateCognitoErrors(Promise.resolve(5))).toBe(5);
});
