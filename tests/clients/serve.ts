import { spawn } from "node:child_process";
import { once } from "node:events";
import { startStack } from "../../local/stack.ts";

/** Starts the stack on this machine and runs each of the given programs against it, with its address. */
const stack = await startStack({ port: 0, smtpPort: 0 });
try {
  for (const program of process.argv.slice(2)) {
    const running = spawn(process.execPath, [program, stack.url], { stdio: "inherit" });
    const [code] = await once(running, "exit");
    if (code !== 0) process.exitCode = 1;
  }
} finally {
  await stack.stop();
}
