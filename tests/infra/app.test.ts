import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a wrong setting ends the app with one sentence and no stack trace", () => {
  const { status, stderr } = spawnSync(process.execPath, ["infra/app.ts"], {
    env: {
      ...process.env,
      CDK_CONTEXT_JSON: JSON.stringify({ mailDomain: "agents.latchkey.test", batchSize: "many" }),
    },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'The setting batchSize is "many"; it takes a whole number from 1 to 10. ' +
      'Set it with -c batchSize=... or under "context" in cdk.json.\n',
  );
});
