import { expect, test } from "vitest";
import { FUNCTIONS } from "../../infra/bundles.ts";
import { resourcesOf } from "./template.ts";

const metrics = resourcesOf("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties["MetricName"]);

test("an alarm goes up for every function's errors and every dead-letter queue", () => {
  expect(metrics.filter((metric) => metric === "Errors")).toHaveLength(FUNCTIONS.length);
  expect(metrics.filter((metric) => metric === "ApproximateNumberOfMessagesVisible")).toHaveLength(5);
});

test("an alarm goes up for the router's line that SES leaves out a check", () => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
  expect(filters).toMatchObject([
    {
      FilterPattern: '{ $.event = "checks_off" }',
      MetricTransformations: [{ MetricName: "ChecksOff", MetricValue: "1" }],
    },
  ]);
  expect(metrics.filter((metric) => metric === "ChecksOff")).toHaveLength(1);
});
