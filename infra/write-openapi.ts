import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../shared/api/openapi.ts";
import { withRoutes } from "./api-reference.ts";

/** `npm run openapi`: writes docs/openapi.json, which the openapi function serves, and the routes of docs/api.md. */
const inDocs = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

await writeFile(inDocs("openapi.json"), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
await writeFile(inDocs("api.md"), withRoutes(await readFile(inDocs("api.md"), "utf8")));
process.stdout.write(`Wrote ${inDocs("openapi.json")} and ${inDocs("api.md")}\n`);
