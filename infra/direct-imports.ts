import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Finds the file that an import names. */
export type Resolve = (specifier: string) => Promise<string>;

/** The file that defines an exported name of a barrel, and the name there. */
type Source = { file: string; name: string };

const IMPORT = /^import \{([^}]*)\} from "(@(?:smithy|aws-sdk)\/[\w-]+(?:\/[\w-]+)?)";$/gm;
/**
 * A suffix for the path of an index file. It requests only the names that the file defines itself, without its
 * re-exports.
 */
export const OWN = "?own";
const OWN_IMPORT = /^import \{([^}]*)\} from "(\.[^"]+)";$/gm;
const REEXPORT = /^export \{([^}]*)\} from "([^"]+)";$/gm;
const EXPORT = /^export \{([^}]*)\};$/gm;

/**
 * Rewrites the imports of an AWS SDK file: an import from an index file becomes an import from the file that defines
 * the name. esbuild puts a module into the initial chunk if an initially loaded index file re-exports it and any chunk
 * uses it, so S3's XML parser would be loaded with DynamoDB. Names that an index file defines itself are still imported
 * from it.
 */
export async function withDirectImports(path: string, resolve: Resolve): Promise<string> {
  const code = await readFile(path, "utf8");
  const imports = [...code.matchAll(IMPORT)];
  const rewritten = await Promise.all(
    imports.map(async ([all, names = "", specifier = ""]) =>
      direct(path, all, names, await resolve(specifier), resolve),
    ),
  );
  return imports.reduce((text, [all], at) => text.replace(all, () => rewritten[at] ?? all), code);
}

async function direct(
  path: string,
  statement: string,
  names: string,
  barrel: string,
  resolve: Resolve,
): Promise<string> {
  const sources = await sourcesOf(barrel, resolve);
  const lines = pairsOf(names).map(([name, local]) => {
    const source = sources.get(name);
    const [from, file] = source === undefined ? [name, barrel] : [source.name, source.file];
    const specifier = fromFolder(dirname(path), file) + (file === barrel ? OWN : "");
    return `import { ${from} as ${local} } from ${JSON.stringify(specifier)};`;
  });
  // There is no line break, so that line numbers in errors stay correct.
  return sources.size === 0 ? statement : lines.join("");
}

/** esbuild honours a package's `sideEffects` field only for a file that is imported by a relative path. */
function fromFolder(folder: string, file: string): string {
  return `./${relative(folder, file).split(sep).join("/")}`;
}

/** Removes the re-exports from an index file. */
export function withoutReexports(code: string): string {
  return code.replaceAll(REEXPORT, "");
}

const known = new Map<string, Promise<Map<string, Source>>>();

function sourcesOf(barrel: string, resolve: Resolve): Promise<Map<string, Source>> {
  const sources = known.get(barrel) ?? readSources(barrel, resolve);
  known.set(barrel, sources);
  return sources;
}

async function readSources(barrel: string, resolve: Resolve): Promise<Map<string, Source>> {
  const code = await readFile(barrel, "utf8");
  const sources = new Map<string, Source>();
  const imported = new Map<string, Source>();
  for (const [, names = "", path = ""] of code.matchAll(OWN_IMPORT)) {
    for (const [name, local] of pairsOf(names)) imported.set(local, { file: join(dirname(barrel), path), name });
  }
  for (const [, names = ""] of code.matchAll(EXPORT)) {
    for (const [name, exported] of pairsOf(names)) sources.set(exported, imported.get(name) ?? { file: barrel, name });
  }
  for (const [, names = "", path = ""] of code.matchAll(REEXPORT)) {
    const file = path.startsWith(".") ? join(dirname(barrel), path) : await resolve(path);
    const behind = path.startsWith(".") ? undefined : await sourcesOf(file, resolve);
    for (const [name, exported] of pairsOf(names)) sources.set(exported, behind?.get(name) ?? { file, name });
  }
  return sources;
}

/** `a, b as c` as [["a", "a"], ["b", "c"]]. */
function pairsOf(names: string): [string, string][] {
  return names
    .split(",")
    .map((part) => part.trim().split(/\s+as\s+/))
    .flatMap(([name = "", local = name]) => (name === "" ? [] : [[name, local]]));
}
