import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { hostOf } from "../../shared/webhooks/target/target-url.ts";
import { CallError, failureOf } from "./call-error.ts";
import { type Address, addressesOf, type Reach } from "./resolve.ts";

/** All of a call: looking up, connecting, sending, and reading the answer. */
export const CALL_MS = 10_000;
/** So much of an answer is read before we hang up. */
const MAX_ANSWER_BYTES = 256 * 1024;
/** So much of it is kept. */
const KEPT_BYTES = 1_024;

export type Sent = { url: string; headers: Record<string, string>; body: string };
export type Answered = { status: number; retryAfter: string | undefined; text: string };
/** A test has a receiver of its own: the authority to trust in place of Node's, the port, and less time. */
type ForTests = { ca?: string | undefined; portFor?: (() => number) | undefined; callMs?: number | undefined };
export type Network = Reach & ForTests;

/**
 * Makes one POST, follows no redirect, and returns the status with the beginning of the answer. The status decides: an
 * answer that does not end, or is too long, is cut off, since asking again would deliver the event twice.
 * @throws CallError why there is no answer
 */
export async function post(sent: Sent, network: Network): Promise<Answered> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new CallError("timeout")), network.callMs ?? CALL_MS);
  try {
    const url = URL.parse(sent.url);
    if (url === null) throw new CallError("bad_url");
    const addresses = await inTime(addressesOf(url, network), deadline.signal);
    const answer = await ask(url, addresses, sent, network, deadline.signal);
    const text = await beginningOf(answer, deadline.signal);
    const { statusCode = 0, headers } = answer;
    return { status: statusCode, retryAfter: headers["retry-after"], text };
  } catch (error) {
    throw deadline.signal.aborted ? new CallError("timeout") : new CallError(failureOf(error));
  } finally {
    clearTimeout(timer);
  }
}

function ask(
  url: URL,
  addresses: Address[],
  { headers, body }: Sent,
  { ca, portFor }: Network,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const host = hostOf(url);
  const options = {
    method: "POST",
    host,
    port: portFor?.() ?? (url.port || (url.protocol === "https:" ? 443 : 80)),
    path: `${url.pathname}${url.search}`,
    // The name as its owner wrote it, for virtual hosts; Node would add the dot of a full name to the certificate's check.
    headers: { host: url.host, ...headers, "content-length": Buffer.byteLength(body) },
    lookup: checked(addresses),
    // A connection that is kept would go on to an address that was checked for an earlier call.
    agent: false,
    signal,
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
  };
  const request = url.protocol === "https:" ? httpsRequest(options) : httpRequest(options);
  request.once("response", resolve);
  request.once("error", reject);
  request.end(body);
  return promise;
}

/** Gives Node the addresses that were checked, whatever name it asks for. */
function checked(addresses: Address[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) return done(null, addresses);
    if (first !== undefined) done(null, first.address, first.family);
  };
}

/** The first bytes of the body as text. It never throws: what the status says holds however the body ends. */
async function beginningOf(answer: IncomingMessage, signal: AbortSignal): Promise<string> {
  const kept: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      const part = Buffer.from(chunk);
      if (bytes < KEPT_BYTES) kept.push(part.subarray(0, KEPT_BYTES - bytes));
      bytes += part.length;
      if (bytes >= MAX_ANSWER_BYTES || signal.aborted) break;
    }
  } catch {
    // The receiver hung up, or the time is over. Its status has arrived.
  }
  answer.destroy();
  return Buffer.concat(kept).toString("utf8");
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
}
