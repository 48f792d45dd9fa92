import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../shared/api/openapi.ts";

/** `npm run openapi`: writes docs/openapi.json, which the openapi function serves, from the table of routes. */
const file = fileURLToPath(new URL("../docs/openapi.json", import.meta.url));
await writeFile(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
process.stdout.write(`Wrote ${file}\n`);
