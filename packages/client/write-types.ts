import { writeFile } from "node:fs/promises";
import { makeTypes, TYPES } from "./make-types.ts";

await writeFile(TYPES, await makeTypes());
process.stdout.write("Wrote packages/client/src/openapi.ts\n");
