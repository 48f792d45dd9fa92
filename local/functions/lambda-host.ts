import { randomUUID } from "node:crypto";
import { REGION } from "../aws/account.ts";
import type { Aws, Principal } from "../aws/aws.ts";
import type { FunctionSpec } from "../template/functions.ts";
import type { Json } from "../template/template.ts";
import { type EnvironmentOptions, ExecutionEnvironment } from "./execution-environment.ts";
import type { SeamOptions } from "./provider-seam.ts";

/**
 * Invocations of one function at once. A model that thinks for five seconds over batches of ten mails needs twenty for
 * 40 mails a second.
 */
export const MAX_INVOCATIONS = 20;
/** The second one computes while the first waits for the thread that answers it. More only help where all of them wait. */
const SOON = 2;
/** So often it is asked whether the threads wait, while an invocation does. */
const LOOK_MS = 30;
/** A thread that computes for more of its time than this has none for another invocation. */
const BUSY = 0.6;
/** A thread that computes for so long without a word keeps nobody waiting behind it: another one is started. */
const LONGEST_SILENCE_MS = 2_000;
/** Each thread takes about 40 MB. Invocations behind a silent thread need a second one, and seldom a third. */
const MAX_ENVIRONMENTS = 4;
/**
 * One that is left over goes again, after a while also the last one: it takes a part of a second to start for a function that
 * was not called for so long.
 */
const IDLE_MS = { others: 10_000, last: 60_000 };

export type HostOptions = {
  spec: FunctionSpec;
  principal: Principal;
  aws: Pick<Aws, "endpoint" | "answer">;
  seam: SeamOptions;
  onLog: (functionName: string, line: string) => void;
  idleMs?: typeof IDLE_MS;
};

/**
 * Runs one function, warm and on demand as Lambda does. Lambda has a machine for each invocation; here those that wait, for a
 * model or for AWS, share a thread, since each further thread takes memory and a core to load the same code once more.
 */
export class LambdaHost {
  readonly spec: FunctionSpec;
  readonly #options: EnvironmentOptions;
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #queue: ((environment: ExecutionEnvironment) => void)[] = [];
  readonly #onLog: HostOptions["onLog"];
  readonly #idleMs: typeof IDLE_MS;
  /** How many invocations have a place in each environment. */
  readonly #given = new WeakMap<ExecutionEnvironment, number>();
  #looking: NodeJS.Timeout | undefined;
  #used = performance.eventLoopUtilization();
  #shrinking: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor({ spec, principal, aws, seam, onLog, idleMs = IDLE_MS }: HostOptions) {
    const { name, file, handler, memoryMb, timeoutSeconds } = spec;
    this.spec = spec;
    this.#onLog = onLog;
    this.#idleMs = idleMs;
    this.#options = {
      data: { file, handler, functionName: name, memoryMb, seam, endpoint: aws.endpoint },
      variables: { ...spec.variables, ...lambdaVariables(spec, principal, aws.endpoint) },
      timeoutSeconds,
      onCall: async ({ method, path: address, headers, body: sent }) => {
        const [path = "/", query = ""] = address.split(/\?(.*)/s, 2);
        const request = { method, path, query: new URLSearchParams(query), headers, body: Buffer.from(sent) };
        const { status, headers: given, body } = await aws.answer(request, principal);
        return { status, headers: given, body: typeof body === "string" ? body : Uint8Array.from(body) };
      },
      onLine: (line) => onLog(name, line),
    };
  }

  /** @throws FunctionError as Lambda reports it; the error is also logged, as in CloudWatch */
  async invoke(event: Json): Promise<Json> {
    const environment = await this.#take();
    const requestId = randomUUID();
    try {
      return await environment.invoke({ requestId, event, functionArn: this.spec.arn });
    } catch (error) {
      this.#onLog(this.spec.name, `${requestId} ${String(error)}`);
      throw error;
    } finally {
      this.#giveBack(environment);
    }
  }

  /** Resolves when an invocation would begin at once. Messages that are taken from a queue earlier would wait here. */
  async room(): Promise<void> {
    if (this.#all.size > 0) this.#giveBack(await this.#take());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#looking);
    clearTimeout(this.#shrinking);
    await Promise.all([...this.#all].map((environment) => environment.stop()));
  }

  #take(): ExecutionEnvironment | Promise<ExecutionEnvironment> {
    const idle = [...this.#all].find((environment) => environment.alive && this.#at(environment) === 0);
    if (idle) return this.#give(idle);
    if (this.#alive().length === 0) return this.#give(this.#start());
    this.#lookLater();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #at(environment: ExecutionEnvironment): number {
    return this.#given.get(environment) ?? 0;
  }

  #alive(): ExecutionEnvironment[] {
    for (const environment of this.#all) if (!environment.alive) this.#all.delete(environment);
    return [...this.#all];
  }

  #give(environment: ExecutionEnvironment): ExecutionEnvironment {
    this.#given.set(environment, this.#at(environment) + 1);
    return environment;
  }

  #giveBack(environment: ExecutionEnvironment): void {
    this.#given.set(environment, this.#at(environment) - 1);
    if (this.#at(environment) === 0) this.#next(environment);
    if (this.#at(environment) === 0) this.#shrinkLater();
  }

  /** The next in the queue gets a place in this environment, or in a new one where that one is lost. */
  #next(environment?: ExecutionEnvironment): void {
    if (this.#stopped) return;
    const next = this.#queue.shift();
    next?.(this.#give(environment?.alive ? environment : this.#start()));
  }

  #lookLater(): void {
    if (this.#stopped || this.#looking) return;
    // The CPU time until now says nothing about the time in which an invocation waits.
    this.#takeLoad();
    for (const environment of this.#all) environment.takeLoad();
    this.#looking = setTimeout(() => {
      this.#looking = undefined;
      this.#look();
      if (this.#queue.length > 0) this.#lookLater();
    }, LOOK_MS);
  }

  /** Finds a place for one that waits: in a thread that waits itself, or else in another thread. */
  #look(): void {
    const here = this.#takeLoad();
    const alive = this.#alive();
    const waits = alive.filter((environment) => environment.loaded && environment.takeLoad() < BUSY);
    const [least] = waits.toSorted((one, other) => this.#at(one) - this.#at(other));
    const given = alive.reduce((sum, environment) => sum + this.#at(environment), 0);
    // While the thread that answers them has no time, more of them would only wait longer.
    const most = here < BUSY ? MAX_INVOCATIONS : SOON;
    const since = Date.now() - LONGEST_SILENCE_MS;
    if (least) {
      if (this.#at(least) < most && given < MAX_INVOCATIONS) this.#next(least);
    } else if (alive.length < MAX_ENVIRONMENTS && alive.every((one) => one.loaded && one.silentSince < since)) {
      this.#next();
    }
  }

  /** The share of the time since it was last asked in which this thread has computed. */
  #takeLoad(): number {
    const before = this.#used;
    this.#used = performance.eventLoopUtilization();
    return performance.eventLoopUtilization(this.#used, before).utilization;
  }

  /** Soon ends those that are left over, and after a while also the last one. */
  #shrinkLater(): void {
    const { others, last } = this.#idleMs;
    clearTimeout(this.#shrinking);
    this.#shrinking = setTimeout(() => {
      this.#shrink(1);
      this.#shrinking = setTimeout(() => this.#shrink(0), last - others).unref();
    }, others).unref();
  }

  #shrink(kept: number): void {
    const idle = this.#alive().filter((environment) => this.#at(environment) === 0);
    for (const environment of idle.slice(kept)) {
      this.#all.delete(environment);
      void environment.stop();
    }
  }

  #start(): ExecutionEnvironment {
    if (this.#stopped) throw new Error("This machine is stopping.");
    const environment = new ExecutionEnvironment(this.#options);
    this.#all.add(environment);
    return environment;
  }
}

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, and the endpoint that keeps AWS calls on
 * this machine.
 */
function lambdaVariables(spec: FunctionSpec, principal: Principal, endpoint: string): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: principal.accessKeyId,
    AWS_SECRET_ACCESS_KEY: principal.secretAccessKey,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    TZ: "UTC",
  };
}
