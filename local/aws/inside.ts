import { Readable } from "node:stream";
import type { Principal } from "./aws.ts";
import type { AwsAnswer, AwsRequest } from "./wire/http.ts";

/**
 * Answers a call that comes from within this process, where no socket says who is there: `from` is whose thread or client
 * sent it. Signing, authorization and answers are the same as over HTTP.
 */
export type AnswerInside = (request: AwsRequest, from: Principal) => Promise<AwsAnswer>;

/** A request as the SDK's clients hand it to their transport. */
export type SdkRequest = {
  method: string;
  path?: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
};

/** The transport of an SDK client that calls without a socket. */
export function insideHandler(answer: AnswerInside, from: Principal) {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request: SdkRequest, { abortSignal }: { abortSignal?: AbortSignal } = {}) {
      abortSignal?.throwIfAborted();
      const answered = answer(await requestOf(request), from);
      const { status, headers, body } = await (abortSignal ? orAborted(answered, abortSignal) : answered);
      // Only S3's objects are read as a stream.
      const stream = request.method === "GET" ? Readable.from([Buffer.from(body)]) : Buffer.from(body);
      return { response: { statusCode: status, headers, body: stream } };
    },
    destroy() {},
  };
}

function orAborted<T>(answered: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([answered, promise]).finally(() => signal.removeEventListener("abort", abort));
}

export async function requestOf({ method, path = "/", query = {}, headers, body }: SdkRequest): Promise<AwsRequest> {
  return { method, path, query: queryOf(query), headers: lowerCased(headers), body: await bytesOf(body) };
}

function queryOf(query: Record<string, string | string[] | null>): URLSearchParams {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const one of [value ?? ""].flat()) pairs.append(name, one);
  return pairs;
}

/** As Node names the headers of a request that came by a socket. */
function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === "string") return Buffer.from(body);
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (!(body instanceof Readable)) throw new TypeError("A body is text, bytes or a stream.");
  return Buffer.concat(await body.toArray());
}
