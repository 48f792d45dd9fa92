import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Runs the CDK CLI. @returns its exit code */
export type Cdk = (args: string[]) => Promise<number>;

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The CLI version of package.json, on the same Node as this process. It asks and prints at this terminal. */
export const cdk: Cdk = async (args) => {
  const cli = createRequire(import.meta.url).resolve("aws-cdk/bin/cdk");
  const running = spawn(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" });
  const [code] = await once(running, "exit");
  return typeof code === "number" ? code : 1;
};
