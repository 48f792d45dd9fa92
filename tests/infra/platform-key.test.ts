import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { templateWith } from "./stack-with.ts";

const platform = {
  platformKeySecretName: "latchkey/platform",
  platformProvider: "gemini",
  platformModel: "gemini-2.5-flash",
  platformMailsPerMonth: 20,
};

// Synthesized once outside the tests, because it would take most of a test's timeout.
const template = templateWith(platform);

test("only the runner may read the platform's secret, and it may read no other", () => {
  const policies = Object.values(template.findResources("AWS::IAM::Policy"));
  const statements = policies.flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
      /secretsmanager/.test(String(Action)),
    ).map(({ Action, Resource }: { Action: unknown; Resource: unknown }) => ({
      Action,
      Resource,
      Roles: Properties.Roles,
    })),
  );
  expect(statements).toMatchObject([{ Action: "secretsmanager:GetSecretValue" }]);
  const [{ Resource, Roles }] = statements;
  expect(JSON.stringify(Resource)).toContain(":secret:latchkey/platform-??????");
  expect(JSON.stringify(Resource)).not.toContain("*");
  expect(JSON.stringify(Roles)).toContain("AgentRunsRunner");
});

test("the runner gets all settings of the platform key, and the account function only the quota", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Description: "Latchkey: agent-runner",
    Environment: {
      Variables: Match.objectLike({
        PLATFORM_KEY_SECRET: "latchkey/platform",
        PLATFORM_PROVIDER: "gemini",
        PLATFORM_MODEL: "gemini-2.5-flash",
        PLATFORM_MAILS_PER_MONTH: "20",
      }),
    },
  });
  template.hasResourceProperties("AWS::Lambda::Function", {
    Description: "Latchkey: account",
    Environment: {
      Variables: Match.objectLike({ PLATFORM_MAILS_PER_MONTH: "20", PLATFORM_KEY_SECRET: Match.absent() }),
    },
  });
});

test("without the settings the template has no trace of the platform key", () => {
  expect(JSON.stringify(templateWith().toJSON())).not.toMatch(/secretsmanager|PLATFORM_/);
});
