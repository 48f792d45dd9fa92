import { Resolver } from "node:dns/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Cdk } from "../../infra/operator/cdk.ts";
import { awsClients } from "../../infra/operator/clients.ts";
import { stageSettings } from "../../infra/operator/stage-settings.ts";
import { DOMAIN } from "./account.ts";
import { type Answers, startAwsStub } from "./aws-stub.ts";
import { startDnsStub, type Zone } from "./dns-stub.ts";

const ENV = {
  AWS_REGION: "eu-west-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_MAX_ATTEMPTS: "1",
};

export type Operator = Awaited<ReturnType<typeof start>>;

/** The keyboard of an operator's, whose AWS and name server are stubs. A test sets what they answer, and reads what was said. */
export function withOperator(): () => Operator {
  let operator: Operator | undefined;
  beforeEach(async () => {
    operator = await start();
  });
  afterEach(() => operator?.end());
  return () => {
    if (!operator) throw new Error("There is an operator only inside a test.");
    return operator;
  };
}

async function start() {
  const answers: Answers = {};
  const zone: Zone = {};
  const [aws, name] = await Promise.all([startAwsStub(answers), startDnsStub(zone)]);
  const before = { ...process.env };
  Object.assign(process.env, ENV, { AWS_ENDPOINT_URL: aws.endpoint });
  const dns = new Resolver({ tries: 1 });
  dns.setServers([name.address]);
  const said: string[] = [];
  const cdkRuns: string[][] = [];
  const folder = mkdtempSync(join(tmpdir(), "operator-"));
  // Where the CDK CLI would be started: outside software that needs an account.
  const cdk: Cdk = async (args) => {
    cdkRuns.push(args);
    return 0;
  };
  return {
    answers,
    zone,
    said,
    cdkRuns,
    folder,
    calls: aws.calls,
    deps: { aws: awsClients(), dns, cdk, say: (line: string) => void said.push(line), now: () => new Date() },
    stage: (given: Record<string, string> = {}) => stageSettings("default", { mailDomain: DOMAIN, ...given }),
    async end() {
      process.env = before;
      rmSync(folder, { recursive: true });
      await Promise.all([aws.stop(), name.stop()]);
    },
  };
}
