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
export const MAX_ENVIRONMENTS = 20;
/** So long an invocation waits for a warm environment before another may be started. */
const PATIENCE_MS = 500;
/** Environments that compute for more of their time than this would only share the cores with another ... */
const BUSY = 0.6;
/** ... but one that computes for so long keeps nobody waiting behind it. */
const LONGEST_WAIT_MS = 2_000;
/** Loading a bundle takes a whole core. */
const LOADING_AT_ONCE = 2;
/** Each takes about 40 MB, so one that a burst has left over goes again. */
const IDLE_MS = 10_000;

export type HostOptions = {
  spec: FunctionSpec;
  principal: Principal;
  aws: Pick<Aws, "endpoint" | "answer">;
  seam: SeamOptions;
  onLog: (functionName: string, line: string) => void;
};

/**
 * Runs one function as Lambda does: environments work one invocation each, are kept warm, and more are started on demand.
 * Lambda has a machine for each; here a second one pays only when the first ones wait, for a model or for each other.
 */
export class LambdaHost {
  readonly spec: FunctionSpec;
  readonly #options: EnvironmentOptions;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #queue: ((environment: ExecutionEnvironment) => void)[] = [];
  readonly #onLog: HostOptions["onLog"];
  #growing: NodeJS.Timeout | undefined;
  /** Since when every environment has been working while somebody waits. */
  #fullSince = 0;
  #used = performance.eventLoopUtilization();
  #shrinking: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor({ spec, principal, aws, seam, onLog }: HostOptions) {
    const { name, file, handler, memoryMb, timeoutSeconds } = spec;
    this.spec = spec;
    this.#onLog = onLog;
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
    if (this.#all.size > 0 && this.#idle.length === 0) this.#idle.push(await this.#take());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#growing);
    clearTimeout(this.#shrinking);
    await Promise.all([...this.#all].map((environment) => environment.stop()));
  }

  #take(): ExecutionEnvironment | Promise<ExecutionEnvironment> {
    const warm = this.#idle.pop();
    if (warm?.alive) return warm;
    if (warm) return this.#replace(warm);
    if (this.#all.size === 0) return this.#start();
    this.#growLater();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #growLater(): void {
    if (this.#growing || this.#all.size >= MAX_ENVIRONMENTS) return;
    if (this.#queue.length === 0) this.#fullSince = Date.now();
    this.#growing = setTimeout(() => {
      this.#growing = undefined;
      this.#grow();
      if (this.#queue.length > 0) this.#growLater();
    }, PATIENCE_MS);
  }

  #grow(): void {
    const ready = [...this.#all].filter(({ loaded }) => loaded);
    if (this.#all.size - ready.length >= LOADING_AT_ONCE) return;
    const loads = ready.map((environment) => environment.takeLoad());
    const own = performance.eventLoopUtilization();
    // This thread answers what the environments ask of AWS; while it has no time, more of them only wait longer.
    const here = performance.eventLoopUtilization(own, this.#used).utilization;
    this.#used = own;
    const load = Math.max(here, loads.reduce((sum, one) => sum + one, 0) / Math.max(1, loads.length));
    if (load > BUSY && Date.now() - this.#fullSince < LONGEST_WAIT_MS) return;
    this.#fullSince = Date.now();
    this.#queue.shift()?.(this.#start());
  }

  /** Keeps one of those that have nothing to do. */
  #shrinkLater(): void {
    clearTimeout(this.#shrinking);
    this.#shrinking = setTimeout(() => {
      for (const idle of this.#idle.splice(1)) {
        this.#all.delete(idle);
        void idle.stop();
      }
    }, IDLE_MS).unref();
  }

  #giveBack(environment: ExecutionEnvironment): void {
    const next = this.#queue.shift();
    if (next) next(environment.alive ? environment : this.#replace(environment));
    else if (environment.alive) this.#idle.push(environment);
    else this.#all.delete(environment);
    this.#shrinkLater();
  }

  #replace(lost: ExecutionEnvironment): ExecutionEnvironment {
    this.#all.delete(lost);
    return this.#start();
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
