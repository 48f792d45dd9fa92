import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { withStack } from "../support/stack.ts";
import { commandsOf } from "./doc-commands.ts";

const NO_CREDENTIALS = /There are no AWS credentials\. Log in .*aws sts get-caller-identity answers/;
const NO_ACCOUNT = /Unable to resolve AWS account to use/;

/** The sentence with which each command that needs an account stops on a machine that has none. */
const STOPS: Record<string, RegExp> = {
  "npx cdk bootstrap": NO_ACCOUNT,
  "npx cdk destroy": /terminal \(TTY\) is not attached/,
  "npx cdk destroy -c stage=test": /terminal \(TTY\) is not attached/,
  "npx cdk import Latchkey --resource-mapping Latchkey-kept.json -c latchkey:phase=adopt": NO_ACCOUNT,
  "npm run deploy": NO_CREDENTIALS,
  "npm run deploy -- --diff": NO_CREDENTIALS,
  "npm run deploy -- --stage test": /The setting mailDomain is not set.*infra\/settings\/test\.json/,
  "npm run doctor": NO_CREDENTIALS,
  "npm run doctor -- --stage test": /The setting mailDomain is not set.*infra\/settings\/test\.json/,
  "LATCHKEY_PASSWORD=... npm run doctor -- --as you@example.com": NO_CREDENTIALS,
  "npm run adopt": NO_CREDENTIALS,
  "npm run adopt -- --yes": NO_CREDENTIALS,
  "npm run redrive -- --stack test-Latchkey": NO_CREDENTIALS,
  "npm run claim-looks": NO_CREDENTIALS,
  "npm run claim-looks -- --yes": NO_CREDENTIALS,
  "npm run move-marks": NO_CREDENTIALS,
  "npm run move-marks -- --yes": NO_CREDENTIALS,
};

/** Commands that this file does not run, and why. */
const ELSEWHERE: Record<string, string> = {
  "npm ci": "the workflow ci runs it, and this test needs it",
  "npm ci && npm start": "tests/stack/start-and-demo.test.ts starts the machine",
  "npm start": "tests/stack/start-and-demo.test.ts starts the machine",
  "npm start -- --fresh": "tests/stack/start-and-demo.test.ts starts the machine",
  "npm run demo": "tests/stack/start-and-demo.test.ts plays the story",
  "npm ci && npm test": "it would run itself",
  "npm test": "it would run itself",
};

const pages = ["README.md", "docs/deploy.md"].flatMap((page) => commandsOf(readFileSync(page, "utf8")));
const curls = pages.filter((command) => /^(curl|TOKEN=)/.test(command));
/** The AWS CLI is another program, and needs an account at once. */
const ofAws = pages.filter((command) => command.startsWith("aws "));

let folder: string;
/** A copy of the repository with its own settings, so that this checkout's settings are not changed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reader-"));
  mkdirSync(join(folder, "home"));
  mkdirSync(join(folder, "infra/settings"), { recursive: true });
  writeFileSync(join(folder, "infra/settings/default.json"), '{ "mailDomain": "agents.example.com" }');
  const link = (from: string, to: string) => symlinkSync(resolve(from), join(folder, to), "junction");
  for (const name of readdirSync(".")) if (!["infra", "cdk.out", ".git"].includes(name)) link(name, name);
  for (const name of readdirSync("infra")) if (name !== "settings") link(`infra/${name}`, `infra/${name}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("every command of the README and of docs/deploy.md is run here, or has a reason why not", () => {
  const known = [...Object.keys(STOPS), ...Object.keys(ELSEWHERE), ...curls, ...ofAws];
  expect(pages.filter((command) => !known.includes(command))).toEqual([]);
  expect(Object.keys({ ...STOPS, ...ELSEWHERE }).filter((command) => !pages.includes(command))).toEqual([]);
});

// Each makes bundles or waits for the disk. Running them together takes half as long.
test.skipIf(process.platform === "win32").concurrent.each(Object.entries(STOPS))(
  "%s stops without an account, and says so",
  async (command, sentence) => {
    const env = {
      PATH: process.env["PATH"],
      HOME: join(folder, "home"),
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_REGION: "eu-west-1",
      // CDK locks the folder that it writes.
      CDK_OUTPUT: mkdtempSync(join(folder, "out-")),
    };
    const child = spawn("sh", ["-c", command], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    }
    const [status] = await once(child, "close");
    expect(printed).toMatch(sentence);
    expect(status).not.toBe(0);
  },
  // CDK makes the bundles and the template for most of them.
  15 * 60_000,
);

const stack = withStack();
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

// The machine runs in this process, so curl must be awaited asynchronously.
test.skipIf(!hasCurl)("the README's API calls work, one after the other", async () => {
  let TOKEN = "";
  for (const command of curls) {
    if (command.startsWith("TOKEN=")) continue;
    const here = `${command.replace("localhost:3000", new URL(stack().url).host)} -w '\n%{http_code}'`;
    const { stdout } = await promisify(execFile)("sh", ["-c", here], { env: { ...process.env, TOKEN } });
    const [body = "", code] = stdout.split(/\n(?=\d+$)/);
    expect(code, `${command}: ${body}`).toMatch(/^2/);
    TOKEN = z.object({ token: z.string() }).safeParse(body && JSON.parse(body)).data?.token ?? TOKEN;
  }
  expect(curls.length).toBeGreaterThan(3);
});
