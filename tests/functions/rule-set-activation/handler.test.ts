import {
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerActivation } from "../../../functions/rule-set-activation/handler.ts";
import { clientsOf, startTestAws, type TestAws } from "../../local/aws/support.ts";

let one: TestAws;
let ses: SESClient;
beforeAll(async () => {
  one = await startTestAws();
  ({ ses } = clientsOf(one.aws, one.aws.admin));
  for (const RuleSetName of ["ours", "company"]) await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName }));
});
afterAll(() => one.aws.stop());

/** What CloudFormation is told. */
async function ask(RequestType: string, ours = "ours"): Promise<object> {
  const heard: object[] = [];
  const event = {
    RequestType,
    ResponseURL: "https://cloudformation.example/answer",
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "ActiveRuleSet",
  };
  const send: typeof fetch = async (_, init) => {
    heard.push(JSON.parse(String(init?.body)));
    return new Response();
  };
  await answerActivation(event, { ses, ours, send });
  expect(heard).toHaveLength(1);
  return heard[0] ?? {};
}

const active = async () => (await ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name;
const activate = (RuleSetName?: string) => ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }));

test("if no rule set is active, ours becomes active and stays so with the next deployment", async () => {
  await activate();
  expect(await ask("Create")).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: "receipt-rule-set" });
  expect(await active()).toBe("ours");
  expect(await ask("Update")).toMatchObject({ Status: "SUCCESS" });
  expect(await active()).toBe("ours");
});

test.each(["Create", "Update"])(
  "a %s leaves a rule set of the company's active, and the error names it and the setting",
  async (type) => {
    await activate("company");
    expect(await ask(type)).toMatchObject({
      Status: "FAILED",
      Reason: expect.stringContaining('SES uses the receipt rule set "company"'),
    });
    expect(await ask(type)).toMatchObject({ Reason: expect.stringContaining('Set ruleSet to "company"') });
    expect(await active()).toBe("company");
  },
);

test("when the stack is deleted, ours is deactivated, and the company's is not touched", async () => {
  await activate("ours");
  expect(await ask("Delete")).toMatchObject({ Status: "SUCCESS" });
  expect(await active()).toBeUndefined();
  await activate("company");
  expect(await ask("Delete")).toMatchObject({ Status: "SUCCESS" });
  expect(await active()).toBe("company");
});

test("SES's error is reported without its own words", async () => {
  await activate();
  expect(await ask("Create", "gone")).toMatchObject({
    Status: "FAILED",
    Reason: expect.stringContaining("The log of the function rule-set-activation says why."),
  });
});
