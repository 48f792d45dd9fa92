import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const workflows = globSync(".github/workflows/*.yml").map((path) => ({ path, text: readFileSync(path, "utf8") }));

test.each(workflows)("$path pins every action to a commit and names its release", ({ text }) => {
  const uses = text.split("\n").filter((line) => /\buses:/.test(line));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("a deployment from GitHub shows the difference first, and stores no AWS key", () => {
  const text = readFileSync(".github/workflows/deploy.yml", "utf8");
  expect(text).not.toMatch(/secrets\.|access-key/);
  const [diff = "", deploy = ""] = text.split(/^ {2}deploy:$/m);
  expect(diff).toMatch(/npm run deploy -- .*--diff/);
  expect(deploy).toMatch(/^ {4}needs: diff$/m);
  // An input inside a script would be executed as a part of it.
  expect(text).not.toMatch(/run:.*\$\{\{/);
});

const template = readFileSync("infra/github/role.yml", "utf8");

/** One resource's text. */
function resource(id: string): string {
  return new RegExp(`^ {2}${id}:\\n((?: {4}.*\\n)+)`, "m").exec(template)?.[1] ?? "";
}

const actionsOf = (text: string) =>
  [...text.matchAll(/^ +(?:- |Action: )([a-z0-9]+:\w+)$/gm)].map(([, action]) => action);
const trusted = (text: string) => /:sub: (.*)$/m.exec(text)?.[1];

test("GitHub's roles may only read, and neither data nor the values of secrets", () => {
  const actions = actionsOf(resource("Look"));
  expect(actions.length).toBeGreaterThan(5);
  for (const action of actions) expect(action).toMatch(/:(?:Describe|List|Get)/);
  expect(actions.filter((action) => /^(?:s3|dynamodb|kms|sqs|logs):|GetSecretValue/.test(action ?? ""))).toEqual([]);
  expect(resource("Look")).toMatch(/Action: ssm:GetParameter\n +Resource: .*:parameter\/cdk-bootstrap\/\*$/m);
});

test("only the stage's environment may deploy, with CDK's roles", () => {
  expect(trusted(resource("Role"))).toMatch(/^!Sub repo:\$\{Repository\}:environment:\$\{Stage\}$/);
  expect(actionsOf(resource("Role"))).toEqual(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRole"]);
});

test("the environment without approval may only read, and may assume no role", () => {
  expect(trusted(resource("DiffRole"))).toMatch(/^!Sub repo:\$\{Repository\}:environment:\$\{Stage\}-diff$/);
  expect(actionsOf(resource("DiffRole"))).toEqual(["sts:AssumeRoleWithWebIdentity"]);
  expect(resource("DiffRole")).toContain("ManagedPolicyArns: [!Ref Look]");
  expect(template).not.toMatch(/StringLike|environment:\*/);
});

test("each job runs in the environment of the role that it assumes", () => {
  const text = readFileSync(".github/workflows/deploy.yml", "utf8");
  const environments = [...text.matchAll(/^ {4}environment: \$\{\{ inputs\.stage \}\}(.*)$/gm)].map(([, end]) => end);
  expect(environments).toEqual(["-diff", ""]);
});
