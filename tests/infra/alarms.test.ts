import { expect, test } from "vitest";
import { FUNCTIONS } from "../../infra/bundles.ts";
import { resourcesOf } from "./template.ts";

const metrics = resourcesOf("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties["MetricName"]);

test("an alarm goes up for every function's errors and every dead-letter queue", () => {
  expect(metrics.filter((metric) => metric === "Errors")).toHaveLength(FUNCTIONS.length);
  expect(metrics.filter((metric) => metric === "ApproximateNumberOfMessagesVisible")).toHaveLength(5);
});

test.each([
  ["the router's line that SES leaves out a check", "checks_off", "ChecksOff"],
  ["the runner's line that SES takes no mail from this account", "sending_blocked", "SendingBlocked"],
  ["the runner's line that a provider takes no calls from where it runs", "place_blocked", "PlaceBlocked"],
  ["the runner's line that all owners together have sent what they may", "platform_cap", "PlatformCap"],
])("an alarm goes up for %s", (_, event, metric) => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
  expect(filters).toContainEqual(
    expect.objectContaining({
      FilterPattern: `{ $.event = "${event}" }`,
      MetricTransformations: [expect.objectContaining({ MetricName: metric, MetricValue: "1" })],
    }),
  );
  expect(metrics.filter((each) => each === metric)).toHaveLength(1);
});
