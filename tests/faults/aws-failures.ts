import type { Failures } from "./fault-layer.ts";

/** The services' names for "not now". Each SDK client must treat them as a reason to wait. */
const THROTTLED: Record<string, { name: string; status: number }> = {
  DynamoDB: { name: "ProvisionedThroughputExceededException", status: 400 },
  KMS: { name: "ThrottlingException", status: 400 },
  S3: { name: "SlowDown", status: 503 },
  SES: { name: "Throttling", status: 400 },
  SQS: { name: "ThrottlingException", status: 400 },
};

/** The time-outs of shared/aws/clients.ts. */
const PATIENCE: Record<string, number> = { S3: 20_000, SES: 20_000 };
const OTHERS_PATIENCE = 4_000;

/** How a call to AWS fails, in the form in which the SDK reports it. @param call e.g. `KMS.Decrypt` */
export function awsFailures<T>(call: string, stale?: () => Promise<T>): Failures<T> {
  const [service = ""] = call.split(".");
  const throttled = THROTTLED[service] ?? { name: "ThrottlingException", status: 400 };
  const failWith = (name: string, more: object) => async (): Promise<T> => {
    throw Object.assign(new Error(`${name} (made by the fault layer)`), { name, ...more });
  };
  return {
    before: failWith("Error", { code: "ECONNREFUSED" }),
    lost: failWith("Error", { code: "ECONNRESET" }),
    throttle: failWith(throttled.name, {
      $fault: "client",
      $metadata: { httpStatusCode: throttled.status },
      $retryable: { throttling: true },
    }),
    slow: failWith("TimeoutError", { code: "ETIMEDOUT" }),
    patience: () => PATIENCE[service] ?? OTHERS_PATIENCE,
    stale,
  };
}
