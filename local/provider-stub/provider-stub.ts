import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fingerprint } from "../../shared/ai-configs/mask.ts";
import { type Provider, REGISTRY } from "../../shared/providers/registry.ts";
import { closeServer, listen } from "../http/listen.ts";
import { readBody } from "../http/read-body.ts";
import { failureForKey } from "./key-failure.ts";
import { keyOf } from "./key-headers.ts";
import type { Protocol, Question } from "./protocol.ts";
import { ownText, plausibleUsage, Script, type ScriptedAnswer } from "./script.ts";
import { sendStream, splitText } from "./stream.ts";
import { stubOf } from "./stubs.ts";

/** By the real host of each provider. */
const PLAYED = new Map<string, { provider: Provider; protocol: Protocol }>(
  REGISTRY.map(({ id, origin }) => [new URL(origin).hostname, { provider: id, protocol: stubOf(id) }]),
);

/** One question that reached the stub: the provider, the key, and the question. */
type ProviderCall = Question & { provider: Provider; key_fingerprint: string; at: string };

export type ProviderStub = {
  url: string;
  script: Script;
  calls: ProviderCall[];
  stop(): Promise<void>;
};

/** Characters of the questions that are remembered. Prompts may be long, so their number is no limit. */
const MAX_REMEMBERED = 16_000_000;

/** Plays all providers for demo keys. Its addresses have the form `/<provider's host>/<the provider's path>`. */
export async function startProviderStub(): Promise<ProviderStub> {
  const script = new Script();
  const calls: ProviderCall[] = [];
  let remembered = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, host = "", ...rest] = (request.url ?? "").split("?", 1)[0]?.split("/") ?? [];
    const path = `/${rest.join("/")}`;
    const played = PLAYED.get(host);
    if (!played) return send(response, 404, { error: { message: `No provider has the host ${host}.` } });

    const { provider, protocol } = played;
    const models = request.method === "GET" ? protocol.models(path) : undefined;
    if (models) return send(response, 200, models);
    const text = await readBody(request);
    const body: unknown = text.length > 0 ? JSON.parse(text.toString("utf8")) : undefined;
    const key = keyOf(request.headers);
    const check = protocol.check(path, body);
    if (check) return answerCheck(response, protocol, key, check);
    const question = protocol.question(path, body);
    if (!question) return send(response, 404, protocol.failure({ status: 404, message: "Not found", code: undefined }));

    const key_fingerprint = fingerprint(key);
    calls.push({ provider, key_fingerprint, ...question, at: new Date().toISOString() });
    remembered += sizeOf(question);
    while (remembered > MAX_REMEMBERED && calls.length > 1) remembered -= sizeOf(calls.shift());
    const failure = failureForKey(key, protocol);
    if (failure) return send(response, failure.status, protocol.failure(failure));
    await play(response, protocol, question, script.next());
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, 400, { error: { message: `The stub does not understand this call: ${String(error)}` } });
    });
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, script, calls, stop: () => closeServer(server) };
}

function sizeOf(question: Question | undefined): number {
  return (question?.messages ?? []).reduce((sum, { text }) => sum + text.length, question?.system.length ?? 0);
}

/** A check reports trouble with the key and its model. `PUT /_local/provider-answer` affects only mails. */
function answerCheck(
  response: ServerResponse,
  protocol: Protocol,
  key: string,
  { model, answer }: { model: string; answer: object },
): void {
  const unknown = { status: 404, message: `The model ${model} does not exist.`, code: undefined };
  const failure = failureForKey(key, protocol) ?? (protocol.modelNames.test(model) ? undefined : unknown);
  if (failure) send(response, failure.status, protocol.failure(failure));
  else send(response, 200, answer);
}

async function play(
  response: ServerResponse,
  protocol: Protocol,
  question: Question,
  said: ScriptedAnswer,
): Promise<void> {
  if (said.hang) return;
  if (said.delay_ms) await delay(said.delay_ms);
  const { status = 200, headers = {} } = said;
  if (status >= 300) {
    const message = said.text ?? `The stub was told to answer with ${status}.`;
    const code = said.text && /^[a-z_]+$|^[A-Z_]+$/.test(said.text) ? said.text : undefined;
    return send(response, status, protocol.failure({ status, message, code }), headers);
  }
  const text = said.text ?? ownText(question);
  const usage = said.usage ?? plausibleUsage(question, text);
  if (!question.stream) return send(response, status, protocol.answer(question, text, usage), headers);
  sendStream(response, protocol.events(question, splitText(text), usage), said);
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
