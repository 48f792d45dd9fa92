import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { stackWith } from "./stack-with.ts";

const SETTINGS: [string, Record<string, unknown>][] = [
  ["the defaults", {}],
  [
    "every choice taken",
    {
      hostedZone: "example.com",
      emailConfirmation: true,
      allowedOrigins: ["https://app.example.com"],
      alarmAddress: "ops@example.com",
      ruleSet: "ours",
      cognitoPlan: "plus",
    },
  ],
];

test.each(SETTINGS)("every finding of AwsSolutions has a written reason, with %s", (_name, context) => {
  const { app } = stackWith(context);
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  const found = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
  expect(found).toEqual([]);
});
