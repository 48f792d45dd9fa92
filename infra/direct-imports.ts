import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Finds the file that an import names. */
export type Resolve = (specifier: string) => Promise<string>;

/** What one name that a barrel exports is called in which file. */
type Source = { file: string; name: string };

const IMPORT = /^import \{([^}]*)\} from "(@(?:smithy|aws-sdk)\/[\w-]+(?:\/[\w-]+)?)";$/gm;
/** Stands after the path of an index file where only what it makes itself is wanted of it. */
export const OWN = "?own";
const OWN_IMPORT = /^import \{([^}]*)\} from "(\.[^"]+)";$/gm;
const REEXPORT = /^export \{([^}]*)\} from "([^"]+)";$/gm;
const EXPORT = /^export \{([^}]*)\};$/gm;

/**
 * A file of the AWS SDK with its imports from the SDK's index files written as imports from the files behind them. esbuild
 * puts a file into what is loaded first when an index file that is loaded first names it and any chunk uses it: S3's XML
 * would so come with DynamoDB. Names that an index file makes itself are still imported from it.
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
  // Without a line's end, so that what an error says of the next lines is true.
  return sources.size === 0 ? statement : lines.join("");
}

/** esbuild takes a package's word that its files have no side effects only for what is named by a relative path. */
function fromFolder(folder: string, file: string): string {
  return `./${relative(folder, file).split(sep).join("/")}`;
}

/** An index file without what it only passes on. */
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
