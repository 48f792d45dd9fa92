import { existsSync } from "node:fs";
import { join } from "node:path";
import { Level } from "level";
import type { Rows } from "./rows.ts";

/**
 * In data folders from before 29 November 2026, the tables are in a LevelDB under the same keys. They are copied once.
 */
export async function importLevel(folder: string, rows: Rows): Promise<void> {
  const isEmpty = rows.range("").next().done;
  if (!isEmpty || !existsSync(join(folder, "CURRENT"))) return;
  const level = new Level(folder);
  await level.open();
  try {
    const all = await level.iterator().all();
    rows.atOnce(() => {
      for (const [key, value] of all) rows.put(key, JSON.parse(value));
    });
  } finally {
    await level.close();
  }
}
