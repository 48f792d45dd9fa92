import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const workflows = globSync(".github/workflows/*.yml").map((path) => ({ path, text: readFileSync(path, "utf8") }));

test.each(workflows)(
  "$path takes every action by a commit, which nobody can move, and says which release that is",
  ({ text }) => {
    const uses = text.split("\n").filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  },
);

test("a deployment from GitHub shows the difference first, and stores no key of AWS", () => {
  const text = readFileSync(".github/workflows/deploy.yml", "utf8");
  expect(text).not.toMatch(/secrets\.|access-key/);
  const [diff = "", deploy = ""] = text.split(/^ {2}deploy:$/m);
  expect(diff).toMatch(/npm run deploy -- .*--diff/);
  expect(deploy).toMatch(/^ {4}needs: diff$/m);
  // An input in a script would be run as a script.
  expect(text).not.toMatch(/run:.*\$\{\{/);
});

test("the role of GitHub's may assume CDK's roles, and else only look", () => {
  const text = readFileSync("infra/github/role.yml", "utf8");
  const actions = [...text.matchAll(/^ +(?:- |Action: )([a-z0-9]+:\w+)$/gm)].map(([, action]) => action);
  const changing = actions.filter((action) => !/:(Describe|List|Get)/.test(action ?? ""));
  expect(changing).toEqual(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRole"]);
  expect(text).toMatch(/sub: !Sub repo:\$\{Repository\}:environment:/);
});
