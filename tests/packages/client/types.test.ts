import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makeTypes, TYPES } from "../../../packages/client/make-types.ts";

test("the client's types are those of docs/openapi.json; `npm run openapi` writes them", async () => {
  expect(await readFile(TYPES, "utf8")).toBe(await makeTypes());
});
