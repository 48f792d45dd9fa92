import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { routes } from "../../../shared/api/routes.ts";

const FOLDER = new URL("../../../shared/api/routes/", import.meta.url);

test("each file of routes holds those of the function that it is named after, and no name or path is taken twice", async () => {
  const names: string[] = [];
  for (const file of readdirSync(FOLDER)) {
    const tables: Record<string, Record<string, { fn: string }>> = await import(new URL(file, FOLDER).href);
    for (const table of Object.values(tables)) {
      for (const { fn } of Object.values(table)) expect(`${fn}.ts`).toBe(file);
      names.push(...Object.keys(table));
    }
  }
  expect(names.toSorted()).toEqual(Object.keys(routes).sort());
  const served = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(served).size).toBe(served.length);
});
