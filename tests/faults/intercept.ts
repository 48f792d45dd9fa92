import { Readable } from "node:stream";
import * as z from "zod";
import { dynamo, kms, s3, ses, sqs } from "../../shared/aws/clients.ts";
import { awsFailures } from "./aws-failures.ts";
import type { FaultLayer } from "./fault-layer.ts";

/** Virtual milliseconds that a call of an AWS service takes at most, when it is not slow. */
const LATENCY = 30;

const wireRequest = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});
type WireRequest = z.infer<typeof wireRequest>;
type WireAnswer = { response: { headers: Record<string, string>; body?: unknown } };
type Handle = (this: unknown, request: unknown, options: unknown) => Promise<WireAnswer>;
const method = <F>() => z.custom<F>((value) => typeof value === "function");

let layer: FaultLayer | undefined;

/** From now on, the calls of all SDK clients of this process go through the given layer. */
export function interceptWith(next: FaultLayer | undefined): void {
  layer = next;
}

/**
 * Puts the fault layer under every SDK client of this process, those of the functions' own index.ts too: into the one
 * class by which all of them reach the network. It is inside their retries, so each attempt is a call that can go wrong.
 */
export function installInterception(): void {
  const clients = [dynamo(), kms(), s3(), ses(), sqs()];
  for (const handler of new Set(clients.map(({ config }) => Object.getPrototypeOf(config.requestHandler)))) {
    const handle = method<Handle>().parse(Reflect.get(handler, "handle"));
    const intercepted: Handle = function (request, options) {
      if (layer === undefined) return handle.call(this, request, options);
      return throughLayer(layer, wireRequest.parse(request), () => handle.call(this, request, options));
    };
    Reflect.set(handler, "handle", intercepted);
  }
}

function throughLayer(to: FaultLayer, request: WireRequest, effect: () => Promise<WireAnswer>): Promise<WireAnswer> {
  const name = nameOf(request);
  return to.call(name, LATENCY, effect, awsFailures(name, mayBeStale(name, request) ? () => stale(effect) : undefined));
}

/** `DynamoDB.GetItem`, `KMS.Decrypt`, `SQS.SendMessage`, `SES.SendRawEmail`, `S3.GET`. */
function nameOf({ method, headers, body }: WireRequest): string {
  const [service = "", operation = ""] = (headers["x-amz-target"] ?? "").split(".");
  if (service.startsWith("DynamoDB")) return `DynamoDB.${operation}`;
  if (service === "TrentService") return `KMS.${operation}`;
  if (service === "AmazonSQS") return `SQS.${operation}`;
  const action = typeof body === "string" ? new URLSearchParams(body).get("Action") : null;
  return action === null ? `S3.${method}` : `SES.${action}`;
}

/** DynamoDB may answer a query from before the last writes: one of an index always, else unless it asks not to. */
function mayBeStale(name: string, { body }: WireRequest): boolean {
  if (name !== "DynamoDB.Query" || typeof body !== "string") return false;
  const { ConsistentRead } = z.object({ ConsistentRead: z.boolean().default(false) }).parse(JSON.parse(body));
  return !ConsistentRead;
}

async function stale(effect: () => Promise<WireAnswer>): Promise<WireAnswer> {
  const { response } = await effect();
  const { "x-amz-crc32": _, ...headers } = response.headers;
  const body = Readable.from([Buffer.from(JSON.stringify({ Items: [], Count: 0, ScannedCount: 0 }))]);
  return { response: Object.assign(response, { headers, body }) };
}
