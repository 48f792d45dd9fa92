import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTypes, { astToString } from "openapi-typescript";

const DOCUMENT = new URL("../../docs/openapi.json", import.meta.url);

/** The file that `npm run openapi` writes and that the client's types come from. */
export const TYPES = fileURLToPath(new URL("src/openapi.ts", import.meta.url));

/** The types of every route, as openapi-typescript writes them from docs/openapi.json. */
export async function makeTypes(): Promise<string> {
  const types = await openapiTypes(await readFile(DOCUMENT, "utf8"), { alphabetize: false });
  return `// Made from docs/openapi.json by \`npm run openapi\`. A test fails when it is stale.\n${astToString(types)}`;
}
