import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "constructs";
import { closest } from "fastest-levenshtein";
import * as z from "zod";
import { DeploymentError } from "./deployment-error.ts";

/** Context of local/synth.ts: the name of the stack that one machine runs, and what it uses where none is set. */
const machine = z.optional(
  z.object({ stackName: z.string(), mailDomain: z.string(), operatorAddress: z.optional(z.string()) }),
);

const FOLDER = "infra/settings";
const STAGE = /^[a-z][a-z0-9-]{0,30}$/;

export type Given = {
  /** The file for settings of this stage, relative to the repository's root. */
  file: string;
  stackName: string;
  /** The unchecked settings. Those of the command line and cdk.json override those of the file. */
  values: Record<string, unknown>;
};

/**
 * Reads a team's settings for one stage from `infra/settings/default.json`, or from `infra/settings/NAME.json` with `-c
 * stage=NAME`. A setting in a file also applies to the next deployment.
 * @param known the names of all settings
 * @param root the folder that contains `infra/settings`
 * @throws DeploymentError if the file is not a JSON object, or a name is not a setting
 */
export function givenSettings(node: Node, known: readonly string[], root = "."): Given {
  const stage: unknown = node.tryGetContext("stage") ?? "default";
  if (typeof stage !== "string" || !STAGE.test(stage)) {
    throw new DeploymentError(
      `The stage is ${JSON.stringify(stage)}; it takes a name of a-z, 0-9 and hyphens: -c stage=test.`,
    );
  }
  const file = `${FOLDER}/${stage}.json`;
  const written = readFile(root, file);
  const context = Object.fromEntries(Object.entries(node.getAllContext()).filter(([name]) => isOurs(name)));
  refuseUnknown(Object.keys(written), known, `in ${file}`);
  refuseUnknown(Object.keys(context), known, "given with -c or in cdk.json");
  const here = machine.parse(node.tryGetContext("latchkey:machine"));
  return {
    file,
    stackName: here?.stackName ?? stackNameOf(stage),
    values: { ...settingsOf(here), ...written, ...context },
  };
}

function settingsOf(here: z.infer<typeof machine>): Record<string, unknown> {
  if (here === undefined) return {};
  const { stackName: _, ...settings } = here;
  return settings;
}

/**
 * The stage is a prefix of the stack's name. Resource names begin with the stack's name, and `npm run redrive` finds
 * queues by the prefix, so only the default stage's names may begin with `Latchkey-`.
 */
function stackNameOf(stage: string): string {
  return stage === "default" ? "Latchkey" : `${stage}-Latchkey`;
}

/** Names of CDK's own context contain colons, at signs, slashes or hyphens. Names of settings do not, even if misspelt. */
function isOurs(name: string): boolean {
  return name !== "stage" && /^\w+$/.test(name);
}

function readFile(root: string, file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(parse(text));
  if (!parsed.success) throw new DeploymentError(`${file} must contain one JSON object of settings.`);
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuseUnknown(names: string[], known: readonly string[], where: string): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const lines = unknown.map(
    (name) => `There is no setting ${name}, ${where}. Did you mean ${closest(name, [...known])}?`,
  );
  throw new DeploymentError(lines.join("\n"));
}
