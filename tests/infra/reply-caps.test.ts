import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { templateWith } from "./stack-with.ts";

test("the runner gets the reply caps of the settings", () => {
  const template = templateWith({ repliesPerHour: "30", repliesPerDay: 150, ownerShare: "50" });
  const caps = { REPLIES_PER_HOUR: "30", REPLIES_PER_DAY: "150", OWNER_SHARE: "50" };
  const runners = template.findResources("AWS::Lambda::Function", {
    Properties: { Description: "Latchkey: agent-runner", Environment: { Variables: Match.objectLike(caps) } },
  });
  expect(Object.keys(runners)).toHaveLength(1);
});
