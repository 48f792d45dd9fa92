import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, Plugin } from "esbuild";
import { OWN, withDirectImports, withoutReexports } from "./direct-imports.ts";

/** A file of a package that no function needs, and its replacement. */
type Stand = { file: RegExp; why: string; code: string };

/** docs/decisions/0040-what-a-bundle-leaves-out.md says when each would be needed. */
const STANDS: Stand[] = [
  {
    file: /@aws-sdk\/credential-provider-node\/dist-es\/defaultProvider\.js$/,
    why: "Lambda puts a role's credentials into the environment, and one machine does the same",
    code: `import { fromEnv } from "@aws-sdk/credential-provider-env"; export const defaultProvider = (init) => fromEnv(init);`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/config\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    why: "a function has no ~/.aws folder, and each client would look for it at its first call",
    code: `export { CONFIG_PREFIX_SEPARATOR } from "./constants"; export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/config\/config-resolver\/regionConfig\/getInstanceMetadataRegion\.js$/,
    why: "a function's region is in its environment; this file asks a virtual machine's metadata service",
    code: `export const getInstanceMetadataRegion = async () => undefined;`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/event-streams\/eventstream-serde-config-resolver\/EventStreamSerdeConfig\.js$/,
    why: "of our services, only S3 has event streams, and only in its SQL queries",
    code: `export const resolveEventStreamSerdeConfig = (config) => config;`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/event-streams\/eventstream-serde\/EventStreamMarshaller\.js$/,
    why: "as above",
    code: `export class EventStreamMarshaller {} export const eventStreamSerdeProvider = () => undefined;`,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/DefaultRateLimiter\.js$/,
    why: "only adaptive retries use it, and none of our clients turns them on",
    code: `export class DefaultRateLimiter { constructor() { throw new Error("Adaptive retries are not built in"); } }`,
  },
  {
    file: /mnemonist\/lru-cache\.js$/,
    why: "it caches the results of DynamoDB's endpoint discovery, which is off",
    code: `export default class extends Map { constructor() { super(); } peek(key) { return this.get(key); } };`,
  },
  {
    file: /nodemailer\/dist\/esm\/mime-funcs\/mime-types\.js$/,
    why: "a table of 76 KB with the types of attached files; our mails have no attachments",
    code: `export const detectMimeType = () => "application/octet-stream"; export const detectExtension = () => "bin";`,
  },
  {
    file: /@modelcontextprotocol\/server\/dist\/shimsNode\.mjs$/,
    why: "Ajv, 154 KB, checks what a person fills into a form that a server has a client show; our server asks for none",
    code: `import process from "node:process"; export { process }; export class DefaultJsonSchemaValidator { getValidator() { throw new Error("No validator is built in"); } }`,
  },
];

/**
 * Services whose endpoint depends only on the Region, and their names in host names. S3 has its own rules for buckets.
 */
export const PLAIN: Record<string, string> = {
  dynamodb: "dynamodb",
  sqs: "sqs",
  kms: "kms",
  ses: "email",
  sesv2: "email",
  "cognito-identity-provider": "cognito-idp",
  "secrets-manager": "secretsmanager",
};
const PLAIN_ENDPOINT = fileURLToPath(new URL("stands/plain-endpoint.ts", import.meta.url));

/** Leaves unused code out of a bundle, and loads Node's built-in modules in the cheapest way. */
export const lean: Plugin = {
  name: "lean",
  setup(build) {
    build.onResolve({ filter: /\?own$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -OWN.length)),
      suffix: OWN,
      sideEffects: false,
    }));
    build.onLoad({ filter: /\.m?js$/ }, async ({ path, suffix }) => {
      if (suffix === OWN) return changed(path, withoutReexports);
      const file = path.replaceAll("\\", "/");
      const stand = STANDS.find((one) => one.file.test(file));
      if (stand !== undefined) return { contents: stand.code, loader: "js", resolveDir: folderOf(path) };
      const service =
        PLAIN[/@aws-sdk\/client-([\w-]+)\/dist-es\/endpoint\/endpointResolver\.js$/.exec(file)?.[1] ?? ""];
      if (service !== undefined) return { contents: endpointOf(service), loader: "js", resolveDir: folderOf(path) };
      const client = /@aws-sdk\/client-([\w-]+)\/dist-es\/schemas\/schemas_0\.js$/.exec(file)?.[1];
      if (client !== undefined) return changed(path, (code) => withoutErrors(client, withPlainKeys(code)));
      if (!/@(?:aws-sdk|smithy)\/.*\/dist-es\//.test(file)) return undefined;
      const resolveDir = folderOf(path);
      const resolve = async (specifier: string) =>
        (await build.resolve(specifier, { resolveDir, importer: path, kind: "import-statement" })).path;
      return { contents: await withDirectImports(path, resolve), loader: "js", resolveDir };
    });
    // A client sends its version to AWS, so its whole package.json would be bundled.
    build.onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) =>
      changed(path, versionAlone, "json"),
    );
    // An `import` of a built-in module reads all of its exports, and so loads the lazy ones: undici and more.
    build.onResolve({ filter: BUILTIN }, ({ path, kind }) =>
      kind === "import-statement" || kind === "require-call"
        ? { path: path.replace(/^node:/, ""), namespace: "node", sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("node:${path}");`,
      loader: "js",
    }));
  },
};

const BUILTIN = new RegExp(`^(?:node:)?(?:${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$`);

function endpointOf(service: string): string {
  const from = JSON.stringify(PLAIN_ENDPOINT);
  return `import { plainEndpoint } from ${from}; export const defaultEndpointResolver = plainEndpoint("${service}");`;
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, "");
}

async function changed(path: string, change: (code: string) => string, loader: Loader = "js") {
  return { contents: change(await readFile(path, "utf8")), loader, resolveDir: folderOf(path) };
}

function versionAlone(json: string): string {
  const { version }: { version: string } = JSON.parse(json);
  return JSON.stringify({ version });
}

/**
 * Replaces `[_xN]: 1` by `"xmlName": 1` in a client's schemas. esbuild treats the computed key as a side effect and
 * keeps the schemas of commands that are never sent: 55 of S3's 66 KB.
 */
export function withPlainKeys(code: string): string {
  const names = new Map([...code.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return code.replaceAll(/\[(\w+)\]:/g, (all, name: string) => (names.has(name) ? `${names.get(name)}:` : all));
}

/** Clients whose protocol sends the plain name of an error, so that no class is needed to recognize it. */
const ERRORS_BY_NAME = ["dynamodb", "kms", "cognito-identity-provider"];
/** Errors that only their class marks as retryable. The SDK recognizes the others by name or status. */
const RETRYABLE = ["ReplicatedWriteConflictException"];

/**
 * Removes the error classes from a client's schemas, which list every error of the service. The client then returns
 * such an error as it returns an unknown one (ValidationException, for example): with its name, in the service's base
 * class.
 */
export function withoutErrors(client: string, code: string): string {
  if (!ERRORS_BY_NAME.includes(client)) return code;
  return code.replaceAll(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (all, name: string) =>
    RETRYABLE.includes(name) ? all : "",
  );
}
