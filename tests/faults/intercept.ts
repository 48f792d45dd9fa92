import * as z from "zod";
import { dynamo } from "../../shared/aws/clients.ts";
import { kms } from "../../shared/aws/kms.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { ses } from "../../shared/aws/ses.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { awsFailures } from "./aws-failures.ts";
import type { FaultLayer } from "./fault-layer.ts";
import type { WireAnswer, WireRequest } from "./wire.ts";

/** The most virtual milliseconds that an AWS call takes when it is not slow. */
const LATENCY = 30;

const wireRequest: z.ZodType<WireRequest> = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  // Text or bytes, as the protocol requires. No stream is read here.
  body: z.unknown().transform((body) => {
    if (typeof body === "string") return Buffer.from(body);
    // The SDK's bytes would turn themselves into text if they were copied, and warn about it.
    return body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.of();
  }),
});
type Handle = (this: unknown, request: unknown, options: unknown) => Promise<WireAnswer>;
const method = <F>() => z.custom<F>((value) => typeof value === "function");

/** The services that answer in this process. The others are called over the network. */
export type Near = Partial<Record<string, (request: WireRequest) => Promise<WireAnswer>>>;

let layer: FaultLayer | undefined;
let near: Near = {};

/** From now on, the calls of all SDK clients of this process go through the given layer. */
export function interceptWith(next: FaultLayer | undefined, services: Near = {}): void {
  layer = next;
  near = services;
}

/**
 * Puts the fault layer under every SDK client of this process, including those of the functions' own index.ts, by
 * patching the one class through which all of them reach the network. The layer is inside their retries, so each
 * attempt is a call that can fail.
 */
export function installInterception(): void {
  const clients = [dynamo(), kms(), s3(), ses(), sqs()];
  for (const handler of new Set(clients.map(({ config }) => Object.getPrototypeOf(config.requestHandler)))) {
    const handle = method<Handle>().parse(Reflect.get(handler, "handle"));
    const intercepted: Handle = function (request, options) {
      if (layer === undefined) return handle.call(this, request, options);
      const call = wireRequest.parse(request);
      const name = nameOf(call);
      const answer = near[name.split(".")[0] ?? ""];
      const effect = answer ? () => answer(call) : () => handle.call(this, request, options);
      const staleAnswer = mayBeStale(name, call) ? () => stale(effect) : undefined;
      return layer.call(name, LATENCY, effect, awsFailures(name, staleAnswer));
    };
    Reflect.set(handler, "handle", intercepted);
  }
}

/** `DynamoDB.GetItem`, `KMS.Decrypt`, `SQS.SendMessage`, `SES.SendRawEmail`, `S3.GET`. */
function nameOf({ method, headers, body }: WireRequest): string {
  const [service = "", operation = ""] = (headers["x-amz-target"] ?? "").split(".");
  if (service.startsWith("DynamoDB")) return `DynamoDB.${operation}`;
  if (service === "TrentService") return `KMS.${operation}`;
  if (service === "AmazonSQS") return `SQS.${operation}`;
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  return isForm ? `SES.${new URLSearchParams(body.toString()).get("Action")}` : `S3.${method}`;
}

/**
 * DynamoDB may answer a query with older data: a query of an index always, any other read unless it asks for
 * consistency.
 */
function mayBeStale(name: string, { body }: WireRequest): boolean {
  if (name !== "DynamoDB.Query") return false;
  const { ConsistentRead } = z
    .object({ ConsistentRead: z.boolean().default(false) })
    .parse(JSON.parse(body.toString()));
  return !ConsistentRead;
}

async function stale(effect: () => Promise<WireAnswer>): Promise<WireAnswer> {
  const { response } = await effect();
  const { "x-amz-crc32": _, ...headers } = response.headers;
  const body = Buffer.from(JSON.stringify({ Items: [], Count: 0, ScannedCount: 0 }));
  return { response: Object.assign(response, { headers, body }) };
}
