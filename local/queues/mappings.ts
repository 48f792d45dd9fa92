import * as z from "zod";
import type { FunctionSpec } from "../template/functions.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template, TemplateError } from "../template/template.ts";

/** One event source mapping: which queue feeds which function, and how. */
export type Mapping = {
  queueUrl: string;
  queueArn: string;
  functionName: string;
  batchSize: number;
  /** How long a batch may gather messages, in seconds. */
  batchWindow: number;
  /** The number of concurrent batches. Undefined leaves it to the function. */
  maximumConcurrency: number | undefined;
  reportsItemFailures: boolean;
};

const properties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.undefined({ error: "filters do not work on this machine" }).optional(),
});

export function mappingsOf(template: Template, resolver: Resolver, functions: FunctionSpec[]): Mapping[] {
  const queues = resourcesOf(template, "AWS::SQS::Queue").map(([id]) => id);
  return resourcesOf(template, "AWS::Lambda::EventSourceMapping").map(([id]) => {
    const mapping = resolver.read(id, properties);
    const queue = queues.find((one) => resolver.attribute(one, "Arn") === mapping.EventSourceArn);
    if (!queue) throw new TemplateError(`${id}.EventSourceArn is no queue of the template.`);
    const fn = functions.find(({ logicalId, arn }) => {
      return mapping.FunctionName === arn || mapping.FunctionName === resolver.ref(logicalId);
    });
    if (!fn) throw new TemplateError(`${id}.FunctionName is no function of ours: ${mapping.FunctionName}`);
    return {
      queueUrl: resolver.ref(queue),
      queueArn: mapping.EventSourceArn,
      functionName: fn.name,
      batchSize: mapping.BatchSize,
      batchWindow: mapping.MaximumBatchingWindowInSeconds,
      maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
      reportsItemFailures: mapping.FunctionResponseTypes.includes("ReportBatchItemFailures"),
    };
  });
}
