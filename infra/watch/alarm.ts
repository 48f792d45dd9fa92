import { ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Page } from "./pages.ts";

/** One symptom that somebody must be told of. */
export type AlarmSpec = {
  /** Unique in the stack. */
  id: string;
  page: Page;
  /** One sentence for whoever is woken: what does not work, and of which function or provider. */
  says: string;
  metric: IMetric;
  /** It goes up at this value and above; 1 where it is left out. */
  from?: number;
  /** Periods of the metric in a row; 1 where it is left out. */
  periods?: number;
  /** Set where silence is the fault: it goes up below `from`, and where there is no value at all. */
  silence?: true;
};

/**
 * How an alarm of CloudWatch says it.
 * @param isFirst the deployment that makes the stack: nothing can have run yet, so silence is no fault until the next one
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
