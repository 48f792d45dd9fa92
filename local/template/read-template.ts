import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isNamed } from "../../shared/errors.ts";
import { type Template, TemplateError, templateJson } from "./template.ts";

const SUFFIX = ".template.json";

/**
 * Reads the one stack in `cdkOut`.
 * @throws TemplateError when there is none, more than one, or a file that is not a template
 */
export async function readTemplate(cdkOut: string): Promise<Template> {
  const names = await readdir(cdkOut).catch((): string[] => []);
  const stacks = names.filter((name) => name.endsWith(SUFFIX));
  const [file] = stacks;
  if (file === undefined) throw new TemplateError(`There is no synthesized stack in ${cdkOut}. Run: npm run synth`);
  if (stacks.length > 1) {
    throw new TemplateError(
      `${cdkOut} holds several stacks (${stacks.join(", ")}). Delete the folder and start again.`,
    );
  }
  return { resources: parse(await readFile(join(cdkOut, file), "utf8"), file).Resources, assets: cdkOut };
}

function parse(text: string, file: string) {
  try {
    return templateJson.parse(JSON.parse(text));
  } catch (error) {
    if (!isNamed(error, "SyntaxError", "ZodError")) throw error;
    throw new TemplateError(`${file} is not a CloudFormation template. Run: npm run synth`);
  }
}
