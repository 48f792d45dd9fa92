import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../shared/api/openapi.ts";
import { withRoutes } from "./api-reference.ts";
import { withProviderLists } from "./provider-lists.ts";
import { withReasons } from "./reason-table.ts";

/**
 * `npm run openapi`: writes docs/openapi.json (which the function openapi serves) and the routes of docs/api.md from
 * the table of routes, docs/reasons.md from the rows of reasons, and the lists of providers in the README and
 * docs/deploy.md from the registry.
 */
const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function rewrite(path: string, write: (page: string) => string): Promise<void> {
  await writeFile(file(path), write(await readFile(file(path), "utf8")));
}

await writeFile(file("docs/openapi.json"), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
await rewrite("docs/api.md", withRoutes);
await rewrite("docs/reasons.md", withReasons);
await rewrite("README.md", withProviderLists);
await rewrite("docs/deploy.md", withProviderLists);
process.stdout.write(
  "Wrote docs/openapi.json, docs/api.md, docs/reasons.md, and the lists of providers in README.md and docs/deploy.md\n",
);
