import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

type Folder = "functions" | "infra" | "local" | "packages" | "shared" | "web";

/** Which folders the code of each folder may import from, beside its own. */
const ARROWS: Record<Folder, (Folder | "docs" | "node_modules")[]> = {
  shared: [],
  // docs/openapi.json is what the openapi function serves.
  functions: ["shared", "docs", "packages"],
  infra: ["shared"],
  // Both packages are made by what bundles the functions.
  packages: ["shared", "infra"],
  // Parts of fauxqs that its package does not export are named by their path.
  // The demo is a program like any other.
  local: ["shared", "packages", "node_modules"],
  web: ["shared"],
};

/** Environments' types are all that infra takes from the functions, so it drags no SDK into the CDK app. */
const TYPES_ONLY: Partial<Record<Folder, Folder[]>> = { infra: ["functions"] };

const STATEMENT =
  /^(?:import|export)\b(?<clause>[^;]*?)\bfrom\s*"(?<from>\.[^"]+)"|\bimport\s*\(?\s*"(?<bare>\.[^"]+)"/gm;

type Arrow = { from: string; to: string; typeOnly: boolean };

function arrowsOf(file: string): Arrow[] {
  const code = readFileSync(file, "utf8");
  return [...code.matchAll(STATEMENT)].map(({ groups }) => ({
    from: file,
    to: relative(".", resolve(dirname(file), groups?.["from"] ?? groups?.["bare"] ?? "")),
    typeOnly: /^\s*type\b/.test(groups?.["clause"] ?? ""),
  }));
}

function filesOf(folder: string): string[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (path) => path.includes("node_modules") });
}

function top(path: string): string {
  return path.split(sep)[0] ?? "";
}

test.each(Object.entries(ARROWS))("%s imports only from %j and itself", (folder, allowed) => {
  const types: string[] = Object.entries(TYPES_ONLY).find(([name]) => name === folder)?.[1] ?? [];
  const wrong = filesOf(folder)
    .flatMap(arrowsOf)
    .filter(({ to, typeOnly }) => {
      const target = top(to);
      return target !== folder && !allowed.some((name) => name === target) && !(typeOnly && types.includes(target));
    });
  expect(wrong).toEqual([]);
});

test("the domain does not know the API: requests and answers are made of its types, and not the other way round", () => {
  const EDGE = new Set(["api", "http"]);
  const folderOf = (file: string) => file.split(sep)[1] ?? "";
  const wrong = filesOf("shared")
    .flatMap(arrowsOf)
    .filter(({ from, to }) => !EDGE.has(folderOf(from)) && folderOf(to) === "api");
  expect(wrong).toEqual([]);
});

test("a function imports from no other function", () => {
  const wrong = filesOf("functions")
    .flatMap(arrowsOf)
    .filter(({ from, to }) => top(to) === "functions" && from.split(sep)[1] !== to.split(sep)[1]);
  expect(wrong).toEqual([]);
});

test("a function reads the clock in its index.ts alone, so that a test can set it", () => {
  const CLOCK = /\bnew Date\(\)|\bDate\.now\b/;
  const wrong = filesOf("functions").filter(
    (file) => !file.endsWith("index.ts") && CLOCK.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("no file of shared/ imports itself by way of others, be it types or what is loaded later", () => {
  const arrows = new Map(filesOf("shared").map((file) => [file, arrowsOf(file).map(({ to }) => to)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (path.includes(file) || done.has(file)) return;
    for (const to of arrows.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of arrows.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("the reader of imports sees every kind of them", () => {
  const arrows = arrowsOf("shared/providers/load.ts");
  expect(arrows).toContainEqual({
    from: "shared/providers/load.ts",
    to: "shared/providers/api.ts".replaceAll("/", sep),
    typeOnly: true,
  });
  expect(arrows.map(({ to }) => to)).toContain("shared/providers/openai/api.ts".replaceAll("/", sep));
});
