import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "../../shared/log.ts";
import { closeServer, listen } from "../http/listen.ts";
import { readBody } from "../http/read-body.ts";
import { type Authenticate, authorize } from "./authorizer.ts";
import type { AwsOptions, Principal } from "./aws.ts";
import type { AnswerInside } from "./inside.ts";
import type { Caller, Service } from "./service.ts";
import { readSignature } from "./signature.ts";
import { AwsError } from "./wire/aws-error.ts";
import type { AwsAnswer, AwsRequest } from "./wire/http.ts";

/** Services by their name in a signature's credential scope. */
type Services = Record<string, Service>;

type Front = { services: Services; authenticate: Authenticate; onCall: AwsOptions["onCall"] };

/** One HTTP server on 127.0.0.1 for all services, and the shorter way to the same for callers in this process. */
export async function startFront(front: Front) {
  const server = createServer((incoming, outgoing) => {
    void serve(front, incoming, outgoing);
  });
  // Clients keep their connections between calls; Node's 5 seconds would close some just as they are used again.
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, 0);
  const answer: AnswerInside = (request, from) => answerTo(front, request, from);
  return { endpoint: `http://127.0.0.1:${port}`, answer, stop: () => closeServer(server) };
}

async function serve(front: Front, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const request = await readRequest(incoming);
    const { status, headers, body } = await answerTo(front, request);
    outgoing.writeHead(status, headers).end(body);
  } catch {
    // The client went away in the middle of its call.
    outgoing.destroy();
  }
}

async function readRequest(incoming: IncomingMessage): Promise<AwsRequest> {
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s, 2);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = [value ?? ""].flat().join(", ");
  const body = await readBody(incoming);
  return { method: incoming.method ?? "GET", path, query: new URLSearchParams(query), headers, body };
}

async function answerTo(
  { services, authenticate, onCall }: Front,
  request: AwsRequest,
  from?: Principal,
): Promise<AwsAnswer> {
  const name = readSignature(request)?.service ?? serviceOfUnsigned(request);
  const service = services[name];
  if (service === undefined) return { status: 400, headers: {}, body: "No such service on this machine." };
  onCall?.(name, request.body, request);
  try {
    if (service.takesUnsigned?.(request)) return await service.answer(request, NOBODY);
    const codes = service.codesOf?.(request) ?? service.codes;
    const caller = await authenticate(request, codes, from);
    authorize(caller, service.accesses(request), codes);
    return await service.answer(request, caller);
  } catch (error) {
    if (error instanceof AwsError) return service.refuse(error, request);
    log("aws_failed", { reason: String(error) });
    return service.refuse(new AwsError("InternalFailure", String(error), 500), request);
  }
}

const NOBODY: Caller = { arn: "", judge: () => ({ allowed: false, because: "", unknown: [] }) };

const TARGETS: [prefix: string, service: string][] = [
  ["DynamoDB_", "dynamodb"],
  ["AmazonSQS.", "sqs"],
  ["TrentService.", "kms"],
  ["secretsmanager.", "secretsmanager"],
  ["AWSCognitoIdentityProviderService.", "cognito-idp"],
];

/** Whose error format an unsigned call gets; only Cognito takes any. */
function serviceOfUnsigned({ headers }: AwsRequest): string {
  const target = TARGETS.find(([prefix]) => headers["x-amz-target"]?.startsWith(prefix));
  if (target) return target[1];
  return headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ? "ses" : "s3";
}
