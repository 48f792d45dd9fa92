import { randomUUID } from "node:crypto";
import { REGION } from "../aws/account.ts";
import type { Principal } from "../aws/aws.ts";
import type { FunctionSpec } from "../template/functions.ts";
import type { Json } from "../template/template.ts";
import { type EnvironmentOptions, ExecutionEnvironment } from "./execution-environment.ts";
import type { SeamOptions } from "./provider-seam.ts";

/**
 * Each one costs about 50 MB, and the emulators in one process are fully loaded long before every function has four.
 */
export const MAX_ENVIRONMENTS = 4;

export type HostOptions = {
  spec: FunctionSpec;
  principal: Principal;
  endpoint: string;
  seam: SeamOptions;
  onLog: (functionName: string, line: string) => void;
};

/** Runs one function as Lambda does. Environments start on demand, stay warm, and handle one invocation each. */
export class LambdaHost {
  readonly spec: FunctionSpec;
  readonly #options: EnvironmentOptions;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #queue: ((environment: ExecutionEnvironment) => void)[] = [];
  readonly #onLog: HostOptions["onLog"];
  #stopped = false;

  constructor({ spec, principal, endpoint, seam, onLog }: HostOptions) {
    const { name, file, handler, memoryMb, timeoutSeconds } = spec;
    this.spec = spec;
    this.#onLog = onLog;
    this.#options = {
      data: { file, handler, functionName: name, memoryMb, seam },
      variables: { ...spec.variables, ...lambdaVariables(spec, principal, endpoint) },
      timeoutSeconds,
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

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#all].map((environment) => environment.stop()));
  }

  #take(): ExecutionEnvironment | Promise<ExecutionEnvironment> {
    const warm = this.#idle.pop();
    if (warm?.alive) return warm;
    if (warm) return this.#replace(warm);
    if (this.#all.size < MAX_ENVIRONMENTS) return this.#start();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #giveBack(environment: ExecutionEnvironment): void {
    const next = this.#queue.shift();
    if (next) next(environment.alive ? environment : this.#replace(environment));
    else if (environment.alive) this.#idle.push(environment);
    else this.#all.delete(environment);
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
