import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sesAccount } from "../../../local/aws/ses/account.ts";
import { classifySesError, logSendFailure } from "../../../shared/aws/ses-outcome.ts";
import { clientsOf, failure, principal, startTestAws, type TestAws } from "../../local/aws/support.ts";
import { catchLog } from "../../support/logged.ts";

const nobody = principal("nobody");
let one: TestAws;
beforeAll(async () => {
  one = await startTestAws({ principals: [nobody] });
  one.aws.verifyIdentity("agents.example");
});
afterAll(() => one.aws.stop());

const mail = Buffer.from("From: alice@agents.example\r\nTo: bob@example.com\r\nSubject: Hours\r\n\r\nAt ten.\r\n");

async function fail(as = one.aws.admin, raw = mail) {
  const error = await failure(clientsOf(one.aws, as).ses.send(new SendRawEmailCommand({ RawMessage: { Data: raw } })));
  return classifySesError(error);
}

test.each([{ sandbox: true }, { sending_paused: true }, { quota_used: true }])(
  "a mail that SES does not take because the account is %j waits: the mail is not at fault",
  async (state) => {
    one.aws.changeSesAccount(sesAccount.parse(state));
    expect(await fail()).toBe("not_now");
    one.aws.changeSesAccount(sesAccount.parse({}));
  },
);

test("a missing permission of the role can be fixed by the team, so the mail waits", async () => {
  expect(await fail(nobody)).toBe("not_now");
});

test("a mail that SES cannot read is refused for good", async () => {
  expect(
    await fail(
      one.aws.admin,
      Buffer.from("From: alice@agents.example\r\nFrom: alice@agents.example\r\nTo: b@example.com\r\n\r\nx"),
    ),
  ).toBe("refused");
});

test("a fault of the team's is logged by its name alone, and one that nobody knows with where it was thrown", () => {
  const said = catchLog();
  try {
    for (const name of ["AccessDenied", "AccountSendingPausedException", "SignatureDoesNotMatch"]) {
      logSendFailure(Object.assign(new Error("of alice@people.example"), { name }));
    }
    logSendFailure(new TypeError("of alice@people.example"));
    expect(said.of("sending_blocked").map(({ error, stack }) => [error, stack])).toEqual([
      ["AccessDenied", undefined],
      ["AccountSendingPausedException", undefined],
      ["SignatureDoesNotMatch", undefined],
    ]);
    expect(said.of("send_failed")).toMatchObject([{ error: "TypeError", stack: expect.stringContaining("at ") }]);
    expect(said.text()).not.toContain("alice");
  } finally {
    said.restore();
  }
});

test("an error from elsewhere than SES says nothing about the mail", () => {
  expect(classifySesError(new Error("socket hang up"))).toBe("unknown");
});
