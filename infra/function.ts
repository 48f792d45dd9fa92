import { CfnResource, Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  CfnFunction,
  Code,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { bundleFolder, type FunctionName } from "./bundles.ts";
import { logGroup } from "./log-group.ts";
import { acknowledgeWildcard } from "./nag.ts";

type Props = {
  /** The folder under functions/. */
  name: FunctionName;
  /** Written `{ ... } satisfies Env` with the function's own Env, so a forgotten variable does not compile. */
  environment: Record<string, string>;
  seconds: number;
  megabytes: number;
  /** True for a function that sends to the queue that triggers it. */
  feedsItself?: boolean;
  nodeOptions?: string;
};

/** One Lambda with its own role and log group. At first it may only write its log. */
export class LatchkeyFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: Lambda;
  readonly log: LogGroup;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.name = props.name;
    this.log = logGroup(this, "Log");
    this.timeout = Duration.seconds(props.seconds);
    this.lambda = new Lambda(this, "Function", {
      description: `Latchkey: ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleFolder(props.name)),
      handler: "index.handler",
      // A role that is passed in gets no managed policy: AWSLambdaBasicExecutionRole may write every log group.
      role: new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") }),
      timeout: this.timeout,
      memorySize: props.megabytes,
      environment: {
        ...props.environment,
        // The namespace of the metrics in its log lines (shared/watch/emf.ts).
        LATCHKEY_STACK: Stack.of(this).stackName,
        ...(props.nodeOptions && { NODE_OPTIONS: props.nodeOptions }),
      },
      logGroup: this.log,
      // Our lines are JSON already; Lambda's JSON format would wrap each into a string.
      loggingFormat: LoggingFormat.TEXT,
      recursiveLoop: props.feedsItself ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
    });
    this.allow(this.log.logGroupArn, "logs:CreateLogStream", "logs:PutLogEvents");
    markBundle(this.lambda.node.defaultChild, props.name);
  }

  /**
   * Sends traces to X-Ray, which show where a slow invocation spent its time. X-Ray has no resources that a grant could
   * name.
   */
  trace(): void {
    const { defaultChild } = this.lambda.node;
    if (defaultChild instanceof CfnFunction) defaultChild.tracingConfig = { mode: "Active" };
    this.allow("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords");
    acknowledgeWildcard(this, "*", "X-Ray's two writing actions take no resource.");
  }

  /** Allows the function's role these actions on this resource only. */
  allow(resourceArn: string, ...actions: string[]): void {
    this.allowWhere({}, resourceArn, ...actions);
  }

  /** Does the same as `allow`, for calls that meet IAM conditions. */
  allowWhere(
    conditions: Record<string, Record<string, string | string[]>>,
    resourceArn: string,
    ...actions: string[]
  ): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [resourceArn], conditions }));
  }
}

/** Names the function's bundle for the one-machine stack, because an asset's hash does not. */
function markBundle(resource: unknown, name: FunctionName): void {
  if (resource instanceof CfnResource) resource.addMetadata("latchkey:function", name);
}
