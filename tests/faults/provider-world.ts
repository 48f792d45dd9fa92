import { keyOf } from "../../local/provider-stub/key-headers.ts";
import { type Provider, REGISTRY } from "../../shared/providers/registry.ts";
import { answerOf } from "../support/providers/wire-answers.ts";
import type { FaultLayer } from "./fault-layer.ts";
import { deadlines, type Fetch } from "./globals.ts";
import type { Random } from "./random.ts";
import type { Process, Scheduler } from "./scheduler.ts";

/** The most virtual milliseconds that a model thinks by default. */
const LATENCY = 4_000;
/** Put into each mail, so that a charge can be attributed to it. */
const MARK = /MARK-[a-z0-9]+/g;

/** What the providers were asked and charged. A charge belongs to one mail and to the key that paid. */
export class ProviderWorld {
  /** `{mark} {key}` mapped to the number of charges. */
  readonly charges = new Map<string, number>();
  /** Who lost an answer: on the wire, or because the process that asked died. */
  readonly #asked: { who: string; process: Process | undefined; arrived: boolean }[] = [];
  readonly #layer: FaultLayer;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #thinking: Record<string, number>;

  /** @param thinking by key, the most virtual milliseconds that its model thinks */
  constructor(layer: FaultLayer, scheduler: Scheduler, random: Random, thinking: Record<string, number> = {}) {
    this.#layer = layer;
    this.#scheduler = scheduler;
    this.#random = random;
    this.#thinking = thinking;
  }

  /** Replaces the global fetch. The real SDKs call it. */
  readonly fetch: Fetch = async (input, init) => {
    const provider = providerOf(String(input));
    const headers = new Headers(init?.headers);
    const key = keyOf(Object.fromEntries(headers));
    const mark = String(init?.body).match(MARK)?.at(-1) ?? "";
    const who = `${mark} ${key}`;
    const signal = init?.signal ?? undefined;
    const ask = { who, process: this.#scheduler.task?.process, arrived: true };
    const answer = await this.#layer.call<Response>(
      `provider.${provider}`,
      this.#thinking[key] ?? LATENCY,
      async () => {
        this.charges.set(who, (this.charges.get(who) ?? 0) + 1);
        this.#asked.push(ask);
        ask.arrived = false;
        if (signal?.aborted) throw signal.reason;
        return Response.json(answerOf(provider));
      },
      {
        before: async () => (this.#random.chance(0.5) ? failed("ECONNREFUSED") : serverError()),
        lost: async () => failed("ECONNRESET"),
        throttle: async () => refusal(429, { "retry-after": String(this.#random.between(1, 60)) }),
        slow: async () => {
          throw signal?.reason ?? new Error("A provider call has no deadline");
        },
        patience: () => Math.max(0, deadlineOf(signal) - this.#scheduler.now),
      },
    );
    ask.arrived = true;
    return answer;
  };

  /** How many answers to a mail were lost on the wire, or with the process that had asked. */
  lostAnswers(who: string): number {
    return this.#asked.filter((ask) => ask.who === who && !(ask.arrived && ask.process?.alive)).length;
  }
}

function deadlineOf(signal: AbortSignal | undefined): number {
  return (signal && deadlines.get(signal)) ?? 0;
}

function providerOf(address: string): Provider {
  const row = REGISTRY.find(({ origin }) => address.startsWith(origin));
  if (row === undefined) throw new Error(`Nobody may be asked at ${address}`);
  return row.id;
}

/** Fails as Node's fetch does. */
function failed(code: string): never {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function serverError(): Response {
  return refusal(500, {});
}

function refusal(status: number, headers: Record<string, string>): Response {
  return Response.json({ error: { message: "Not now", type: "server_error" } }, { status, headers });
}
