import type { EventLoopUtilization } from "node:perf_hooks";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Worker } from "node:worker_threads";
import type { Json } from "../template/template.ts";
import { FunctionError } from "./function-error.ts";
import type { InsideAnswer, InsideCall } from "./inside-request.ts";
import type { HostMessage, Invocation, WorkerData, WorkerMessage } from "./protocol.ts";

/**
 * Lambda gives a function ten seconds to load, and then begins again within the invocation's own timeout. A busy machine
 * may need as long, and a batch whose function did not load would be back only after its visibility timeout.
 */
const INIT_SECONDS = 10;

/** Node gives a thread up to 48 MB for short-lived objects. A burst fills them, and the memory is not returned. */
const YOUNG_MB = 12;

/** A loop without an end leaves no time to wait; what is measured may lack some of it. */
const ALL_OF_THE_TIME = 0.95;

export type EnvironmentOptions = {
  data: WorkerData;
  variables: Record<string, string>;
  timeoutSeconds: number;
  /** Answers what the function asks of AWS. */
  onCall: (call: InsideCall) => Promise<InsideAnswer>;
  onLine: (line: string) => void;
};

type Waiting = { resolve: (answer: Json) => void; reject: (error: FunctionError) => void };

/**
 * One worker thread that runs one function, and keeps its memory until it crashes. Its invocations share it: while one waits,
 * another computes. All of them end with it.
 */
export class ExecutionEnvironment {
  readonly #worker: Worker;
  readonly #options: EnvironmentOptions;
  readonly #ready: Promise<Json>;
  /** By the id of their requests; the thread's own start has none. */
  readonly #waiting = new Map<string | undefined, Waiting>();
  /** False once the thread is gone. Nothing may be sent to it then. */
  alive = true;
  /** True once the bundle is there. */
  loaded = false;
  #used: EventLoopUtilization;
  #heard = Date.now();

  constructor(options: EnvironmentOptions) {
    this.#options = options;
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: options.data,
      env: options.variables,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.data.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
      stdout: true,
      stderr: true,
    });
    forEachLine(this.#worker.stdout, options.onLine);
    forEachLine(this.#worker.stderr, options.onLine);
    this.#worker.on("message", (message: WorkerMessage) => this.#receive(message));
    this.#worker.on("error", (error: Error) => this.#fail("Runtime.UnhandledError", error.message));
    this.#worker.on("exit", () => this.#fail("Runtime.ExitError", "Runtime exited"));
    this.#used = this.#worker.performance.eventLoopUtilization();
    this.#ready = this.#within(undefined, INIT_SECONDS + options.timeoutSeconds);
    // The first invocation reports the failure, so no handler is needed before it.
    this.#ready.catch(() => {});
  }

  /** @throws FunctionError when the function threw, was too slow or crashed */
  async invoke(invocation: Omit<Invocation, "deadline">): Promise<Json> {
    await this.#ready;
    const { timeoutSeconds } = this.#options;
    const answer = this.#within(invocation.requestId, timeoutSeconds);
    if (this.alive) this.#send({ kind: "invoke", ...invocation, deadline: Date.now() + timeoutSeconds * 1_000 });
    else this.#fail("Runtime.ExitError", "Runtime exited");
    return answer;
  }

  /** Since when it has computed without asking or answering anything, in milliseconds since 1970. */
  get silentSince(): number {
    return this.#heard;
  }

  /** The share of the time since it was last asked that the thread has computed, from 0 to 1; the rest it has waited. */
  takeLoad(): number {
    const before = this.#used;
    this.#used = this.#worker.performance.eventLoopUtilization();
    const { utilization } = this.#worker.performance.eventLoopUtilization(this.#used, before);
    // A thread that has waited for a model is silent, too, but can take another invocation.
    if (utilization < ALL_OF_THE_TIME) this.#heard = Date.now();
    return utilization;
  }

  async stop(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #send(message: HostMessage): void {
    this.#worker.postMessage(message);
  }

  #within(requestId: string | undefined, seconds: number): Promise<Json> {
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    // What took too long must not go on, so all that share the thread end with it.
    const timer = setTimeout(() => {
      this.#fail("Sandbox.Timedout", `Task timed out after ${seconds.toFixed(2)} seconds`);
    }, seconds * 1_000);
    this.#waiting.set(requestId, { resolve, reject });
    return promise.finally(() => clearTimeout(timer));
  }

  async #answer(call: number, request: InsideCall): Promise<void> {
    const answer = await this.#options.onCall(request);
    if (this.alive) this.#send({ kind: "answered", call, answer });
  }

  #receive(message: WorkerMessage): void {
    this.#heard = Date.now();
    if (message.kind === "call") {
      const { kind: _, call, ...request } = message;
      return void this.#answer(call, request);
    }
    const requestId = message.kind === "ready" ? undefined : message.requestId;
    const waiting = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    if (message.kind === "ready") {
      this.loaded = true;
      waiting?.resolve(null);
    } else if (message.kind === "answer") {
      waiting?.resolve(message.answer);
    } else {
      // An error without a request means that the bundle could not be loaded, so the thread is useless.
      if (requestId === undefined) void this.stop();
      waiting?.reject(new FunctionError(message.error));
    }
  }

  /** The thread is lost, and the function's memory with it. */
  #fail(errorType: string, errorMessage: string): void {
    void this.stop();
    for (const { reject } of this.#waiting.values()) reject(new FunctionError({ errorType, errorMessage }));
    this.#waiting.clear();
  }
}

function forEachLine(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on("line", onLine);
}
