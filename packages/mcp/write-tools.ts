import { readFile, writeFile } from "node:fs/promises";
import { withTools } from "./tool-table.ts";

const page = new URL("../../docs/programs.md", import.meta.url);
await writeFile(page, withTools(await readFile(page, "utf8")));
process.stdout.write("Wrote the table of tools in docs/programs.md\n");
