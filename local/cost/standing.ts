import { REGISTRY } from "../../shared/providers/registry.ts";
import { resourcesOf, type Template } from "../template/template.ts";

/** What the template holds, which costs the same whatever comes in. */
export type Standing = {
  queues: number;
  alarms: number;
  insightRules: number;
  dashboards: number;
  metrics: number;
  keys: number;
};

/** The number of different outcomes (state and reason) in a month of use. CloudWatch bills only metrics with data. */
const OUTCOMES = 4 + 12;

export function standingOf(template: Template): Standing {
  const count = (type: string) => resourcesOf(template, type).length;
  return {
    queues: count("AWS::Lambda::EventSourceMapping"),
    alarms: count("AWS::CloudWatch::Alarm"),
    insightRules: count("AWS::CloudWatch::InsightRule"),
    dashboards: count("AWS::CloudWatch::Dashboard"),
    keys: count("AWS::KMS::Key"),
    // MailsIn, MailToReply, HeldByOperators, and four of each provider (shared/watch/).
    metrics: count("AWS::Logs::MetricFilter") + OUTCOMES + 3 + REGISTRY.length * 4,
  };
}
