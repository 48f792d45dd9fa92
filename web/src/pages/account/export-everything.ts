import { call } from "../../api/call.ts";

/** Reads all pages of the export and joins them into one file, section by section. @throws Problem */
export async function exportEverything(onProgress: (rows: number) => void): Promise<Blob> {
  const sections: Record<string, unknown[]> = {};
  let count = 0;
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await call("exportAccount", { query: cursor === undefined ? {} : { cursor } });
    sections[page.section] = [...(sections[page.section] ?? []), ...page.rows];
    count += page.rows.length;
    onProgress(count);
    cursor = page.next_cursor;
  }
  const text = JSON.stringify({ exported_at: new Date().toISOString(), ...sections }, null, 2);
  return new Blob([text], { type: "application/json" });
}
