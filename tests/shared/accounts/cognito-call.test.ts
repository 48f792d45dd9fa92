import { expect, test } from "vitest";
import { meaning } from "../../../shared/accounts/cognito-call.ts";

const fails = (name: string) => Promise.reject(Object.assign(new Error("text of Cognito"), { name }));

test.each(["TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"])(
  "%s is a 429 unless the caller gives it another meaning",
  async (name) => {
    await expect(meaning(fails(name))).rejects.toMatchObject({ code: "too_many_requests", status: 429 });
    await expect(meaning(fails(name), { [name]: "invalid_code" })).rejects.toMatchObject({ code: "invalid_code" });
  },
);

test("a refusal gets the meaning that the caller gives it, without Cognito's text", async () => {
  const call = meaning(fails("CodeMismatchException"), { CodeMismatchException: "invalid_code" });
  await expect(call).rejects.toMatchObject({ code: "invalid_code", message: expect.not.stringContaining("Cognito") });
});

test("any other error goes on as it is, and a result comes back", async () => {
  await expect(meaning(fails("InternalErrorException"))).rejects.toMatchObject({ name: "InternalErrorException" });
  expect(await meaning(Promise.resolve(5))).toBe(5);
});
