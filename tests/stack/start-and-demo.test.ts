import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

/** One npm script's own program, as a person starts it, with all that it has printed so far. */
type Program = { child: ChildProcess; printed: () => string };

let data: string;
let machine: Program;

function run(...args: string[]): Program {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return { child, printed: () => printed };
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "latchkey-"));
  // The template is the one from the tests' setup, because making another one would remove it from under the other
  // tests.
  machine = run("local/start.ts", "--no-synth", "--port", "0", "--smtp-port", "0", "--data", data);
  await vi.waitFor(() => expect(machine.printed()).toContain("npm run demo"), { timeout: 60_000, interval: 100 });
});
afterAll(async () => {
  if (machine.child.exitCode === null && machine.child.kill("SIGKILL")) await once(machine.child, "exit");
  await rm(data, { recursive: true, force: true });
});

describe("npm start and npm run demo", () => {
  it("play the whole story to its last line", async () => {
    const port = /127\.0\.0\.1:(\d+)\/api/.exec(machine.printed())?.[1] ?? "";
    const smtpPort = /smtp:\/\/127\.0\.0\.1:(\d+)/.exec(machine.printed())?.[1] ?? "";
    const demo = run("local/demo/demo.ts", "--port", port, "--smtp-port", smtpPort);
    const [code] = await once(demo.child, "close");
    expect(code, demo.printed()).toBe(0);
    expect(demo.printed().trimEnd().split("\n").at(-1)).toBe("Every promise held.");
  });

  // Windows has no signals: Node's kill() ends a process there without letting it know.
  it.skipIf(process.platform === "win32")("stop at Ctrl-C, and release the data folder", async () => {
    await access(join(data, "lock"));
    machine.child.kill("SIGINT");
    const [code] = await once(machine.child, "close");
    expect(code, machine.printed()).toBe(0);
    await expect(access(join(data, "lock"))).rejects.toThrow("ENOENT");
  });
});
