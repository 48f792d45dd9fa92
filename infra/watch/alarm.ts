import { ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Page } from "./pages.ts";

/** One symptom that raises an alarm. */
export type AlarmSpec = {
  /** Unique in the stack. */
  id: string;
  page: Page;
  /** One sentence for the person on call: what does not work, and which function or provider it concerns. */
  says: string;
  metric: IMetric;
  /** The alarm is raised at this value and above. The default is 1. */
  from?: number;
  /** For how many consecutive periods. The default is 1. */
  periods?: number;
  /** Set if silence is the fault: the alarm is raised below `from` and without any value. */
  silence?: true;
};

/**
 * Returns the properties of the CloudWatch alarm.
 * @param isFirst true for the deployment that creates the stack: nothing can have run yet, so silence is no fault until the next one
 */
export function propertiesOf({ page, says, metric, from = 1, periods = 1, silence }: AlarmSpec, isFirst = false) {
  const ifMissing = isFirst ? TreatMissingData.MISSING : TreatMissingData.BREACHING;
  return {
    metric,
    alarmDescription: `${says} See docs/alarms.md#${page}`,
    threshold: from,
    evaluationPeriods: periods,
    comparisonOperator: silence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silence ? ifMissing : TreatMissingData.NOT_BREACHING,
  };
}
