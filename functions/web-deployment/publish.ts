import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { log } from "../../shared/log.ts";
import { INDEX } from "../../shared/web/files.ts";
import type { WebBucket } from "./web-bucket.ts";

/** A tab that was opened before a deployment still requests the files of its own version. */
const OLD_FILES_STAY_MS = 30 * 24 * 60 * 60_000;

const AT_ONCE = 8;

/** Uploads the built web app to the bucket. index.html comes last, so that it never names a missing file. */
export async function publish(folder: string, bucket: WebBucket, now: Date): Promise<void> {
  const files = await filesOf(folder);
  if (!files.includes(INDEX)) throw new Error("The package of this function does not contain the web app");
  const others = files.filter((file) => file !== INDEX);
  for (let i = 0; i < others.length; i += AT_ONCE) {
    await Promise.all(
      others.slice(i, i + AT_ONCE).map(async (file) => bucket.put(file, await readFile(join(folder, file)))),
    );
  }
  await bucket.put(INDEX, await readFile(join(folder, INDEX)));

  const kept = new Set(files);
  const stale = (await bucket.list()).filter(
    ({ key, putAt }) => !kept.has(key) && now.getTime() - putAt.getTime() > OLD_FILES_STAY_MS,
  );
  await bucket.delete(stale.map(({ key }) => key));
  log("web_deployed", { files: files.length, deleted: stale.length });
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join("/").replace(/^\//, ""));
}
