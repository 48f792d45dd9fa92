import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import type { Build } from "./build.ts";

const SCRIPT = fileURLToPath(new URL("changed-stack.ts", import.meta.url));

const place = z.object({
  url: z.string(),
  smtpPort: z.number(),
  endpoint: z.string(),
  region: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  /** The variables of all functions. */
  names: z.record(z.string(), z.string()),
  /** A stub of the providers. */
  stub: z.string(),
});
export type ChangedStack = z.infer<typeof place> & AsyncDisposable & { pid: number };

/** @param options see changed-stack.ts */
export async function startChangedStack({ name, root }: Build, ...options: string[]): Promise<ChangedStack> {
  const child = spawn(process.execPath, [SCRIPT, root, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit")]);
  if (child.exitCode !== null) throw new Error(`The stack of ${name} did not start`);
  return {
    ...place.parse(JSON.parse(String(line))),
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
