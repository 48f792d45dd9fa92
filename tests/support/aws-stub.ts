import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One call as it came over the wire. `operation` is `DescribeStacks`, or `GET /v2/email/account` of a REST service. */
export type Call = { operation: string; form: URLSearchParams; json: unknown };

/** What is answered: an object as JSON, a string as the result's XML of the query protocol, an `Error` by AWS's name. */
export type Answer = object | string | AwsRefusal;
export class AwsRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  constructor(code: string, message = code, status = 400) {
    this.code = code;
    this.message = message;
    this.status = status;
  }
}
export type Answers = Record<string, Answer | ((call: Call) => Answer)>;

/**
 * A server that speaks AWS's wire protocols (JSON, REST-JSON and query with XML), so that the official SDK clients run
 * unchanged. A call that no answer is given for is refused as one without a right.
 */
export async function startAwsStub(answers: Answers) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call.operation);
    const found = answers[call.operation];
    const answer = typeof found === "function" ? found(call) : (found ?? new AwsRefusal("AccessDeniedException"));
    const isQuery = call.form.has("Action");
    const { status, body } = isQuery ? asXml(call.operation, answer) : asJson(answer);
    const headers = {
      // A connection that is kept may be closed while the next call is on its way.
      connection: "close",
      "content-type": isQuery ? "text/xml" : "application/x-amz-json-1.1",
      ...(answer instanceof AwsRefusal && { "x-amzn-errortype": answer.code }),
    };
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    answers,
    /** The operations that were asked for, in their order. */
    calls,
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("A server listens on a port.");
  return address.port;
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString("utf8");
  const form = new URLSearchParams(/urlencoded/.test(request.headers["content-type"] ?? "") ? body : "");
  const target = String(request.headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1);
  const path = (request.url ?? "/").split("?")[0];
  const operation = form.get("Action") ?? (target || `${request.method} ${path}`);
  return { operation, form, json: /json/.test(request.headers["content-type"] ?? "") && body ? JSON.parse(body) : {} };
}

function asJson(answer: Answer) {
  if (!(answer instanceof AwsRefusal)) return { status: 200, body: JSON.stringify(answer) };
  return { status: answer.status, body: JSON.stringify({ __type: answer.code, message: answer.message }) };
}

function asXml(operation: string, answer: Answer) {
  if (answer instanceof AwsRefusal) {
    const error = `<Error><Type>Sender</Type><Code>${answer.code}</Code><Message>${answer.message}</Message></Error>`;
    return { status: answer.status, body: `<ErrorResponse>${error}</ErrorResponse>` };
  }
  const result = `<${operation}Result>${typeof answer === "string" ? answer : ""}</${operation}Result>`;
  return { status: 200, body: `<${operation}Response>${result}</${operation}Response>` };
}

/** `<name>...</name>` of each field; lists become `<member>`s. */
export function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => `<member>${xml(each)}</member>`).join("");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .flatMap(([name, inner]) => (inner === undefined ? [] : [`<${name}>${xml(inner)}</${name}>`]))
      .join("");
  }
  return String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
