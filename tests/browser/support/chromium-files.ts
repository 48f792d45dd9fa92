import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
const packed = join(modules, "@sparticuz/chromium/bin");
const cache = join(modules, ".cache");
const folder = join(cache, "latchkey-chromium");

/** Chromium's program with its own libraries and fonts, so that the machine needs none of them. */
export const CHROMIUM = {
  executable: join(folder, "chromium"),
  variables: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
};

/**
 * The package's own file names folders of Lambda. With only its one font family, pictures are the same on every
 * machine.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>
`;

/** The package contains Chromium only for this kind of machine. */
export const RUNS_HERE = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks Chromium once. The package would do so at the first launch, into the temporary folder that all processes
 * share. A second process could then start a file that the first one is still writing.
 */
export async function unpackChromium(): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  await into(unfinished, ["chromium.br", "fonts.tar.br", "al2023.tar.br"]);
  await writeFile(join(unfinished, "fonts.conf"), FONTS);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package unpacks into the system's temporary folder, which the environment names. */
async function into(target: string, names: string[]): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = target;
  try {
    await Promise.all(names.map((name) => inflate(join(packed, name))));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
