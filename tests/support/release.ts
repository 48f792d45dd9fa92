import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { vi } from "vitest";

/** The last commit before this release's changes: what a team runs that has not deployed since. */
export const LAST_RELEASE = "6742df6eea28d5ce9497cc811c5b01f3dec0d815";

/** False in a clone without history, or in sources without git. */
export function hasRelease(): boolean {
  return spawnSync("git", ["cat-file", "-e", `${LAST_RELEASE}^{commit}`]).status === 0;
}

/** What runs a release's bundles and template on one machine. */
const MACHINE = ["local", "infra", "shared", "functions"];

/**
 * Puts the release's sources into `folder`, and makes its bundles and template there with today's packages. Today's machine
 * then runs them: how a data folder lies on the disk is the machine's own, and no matter of what AWS keeps.
 */
export async function buildRelease(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const packed = spawnSync("git", ["archive", LAST_RELEASE], { maxBuffer: 512 * 1024 * 1024 });
  const unpacked = spawnSync("tar", ["-x", "-C", folder], { input: packed.stdout });
  if (packed.status !== 0 || unpacked.status !== 0) throw new Error(`${packed.stderr}${unpacked.stderr}`);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  const synth = spawn(process.execPath, ["local/synth.ts"], { cwd: folder, stdio: "inherit" });
  const [code] = await once(synth, "exit");
  if (code !== 0) throw new Error("The last release cannot be made.");
  for (const name of MACHINE) {
    rmSync(join(folder, name), { recursive: true });
    cpSync(name, join(folder, name), { recursive: true });
  }
}

export type Machine = { url: string; smtpPort: number; stop: () => Promise<void> };

/** Starts `npm start` of the sources in `folder` on a data folder, on free ports. */
export async function startMachine(folder: string, data: string): Promise<Machine> {
  const args = ["local/start.ts", "--no-synth", "--port", "0", "--smtp-port", "0", "--data", data];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  await vi.waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(printed);
      if (!printed.includes("npm run demo")) throw new Error("It does not run yet.");
    },
    { timeout: 240_000, interval: 100 },
  );
  return {
    url: `http://127.0.0.1:${/127\.0\.0\.1:(\d+)\/api/.exec(printed)?.[1]}`,
    smtpPort: Number(/smtp:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]),
    async stop() {
      if (child.exitCode === null && child.kill("SIGINT")) await once(child, "exit");
    },
  };
}
