import { readFile, writeFile } from "node:fs/promises";
import { openApiDocument } from "../shared/api/openapi.ts";
import { withProviderLists } from "./provider-lists.ts";

/**
 * `npm run openapi`: writes docs/openapi.json, which the openapi function serves, from the table of routes, and the lists
 * of providers in the README from their registry.
 */
const api = new URL("../docs/openapi.json", import.meta.url);
await writeFile(api, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
const readme = new URL("../README.md", import.meta.url);
await writeFile(readme, withProviderLists(await readFile(readme, "utf8")));
process.stdout.write("Wrote docs/openapi.json and the README's lists of providers\n");
