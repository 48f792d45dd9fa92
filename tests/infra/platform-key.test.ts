import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { templateWith } from "./stack-with.ts";

const platform = {
  platformKeySecretName: "latchkey/platform",
  platformProvider: "gemini",
  platformModel: "gemini-2.5-flash",
  platformMailsPerMonth: 20,
};

// Made once, and not within a test's time: it takes as long as a synthesis.
const template = templateWith(platform);

test("the runner alone may read the platform's secret, that one and no other", () => {
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

test("the runner knows where the key is and what it answers with; the account function knows the quota and no more", () => {
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

test("without the settings nothing of it is in the template", () => {
  expect(JSON.stringify(templateWith().toJSON())).not.toMatch(/secretsmanager|PLATFORM_/);
});
