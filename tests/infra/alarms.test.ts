import { expect, test } from "vitest";
import { FUNCTIONS } from "../../infra/bundles.ts";
import { resourcesOf } from "./template.ts";

const metrics = resourcesOf("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties["MetricName"]);

test("an alarm goes up for every function's errors and every dead-letter queue", () => {
  expect(metrics.filter((metric) => metric === "Errors")).toHaveLength(FUNCTIONS.length);
  expect(metrics.filter((metric) => metric === "ApproximateNumberOfMessagesVisible")).toHaveLength(3);
});
