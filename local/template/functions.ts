import { existsSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Resolver } from "./resolver.ts";
import { resourcesOf, type Template, TemplateError } from "./template.ts";

/** One function of the template, ready to run. */
export type FunctionSpec = {
  logicalId: string;
  /** Its folder under functions/. */
  name: string;
  arn: string;
  roleId: string;
  /** The file that exports the handler, and the name of the export. */
  file: string;
  handler: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** The template's own variables. The code that starts the function adds Lambda's. */
  variables: Record<string, string>;
};

const properties = z.object({
  Handler: z.string(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
});
const roleOf = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) });

/** The functions that infra marks as ours. A custom resource's helper has no mark, because only deployments use it. */
export function functionsOf(template: Template, resolver: Resolver): FunctionSpec[] {
  return resourcesOf(template, "AWS::Lambda::Function").flatMap(([logicalId, resource]) => {
    const name = resource.Metadata["latchkey:function"];
    if (typeof name !== "string") return [];
    const { Handler, Timeout, MemorySize, Environment } = resolver.read(logicalId, properties);
    const [file = "", handler = ""] = Handler.split(".");
    return {
      logicalId,
      name,
      arn: resolver.attribute(logicalId, "Arn"),
      roleId: roleOf.parse(resource.Properties["Role"])["Fn::GetAtt"][0],
      file: bundleFile(template, logicalId, file),
      handler,
      timeoutSeconds: Timeout,
      memoryMb: MemorySize,
      variables: Environment.Variables,
    };
  });
}

function bundleFile(template: Template, logicalId: string, base: string): string {
  const asset = z.string().safeParse(template.resources[logicalId]?.Metadata["aws:asset:path"]);
  if (!asset.success) throw new TemplateError(`${logicalId} has no bundle: its code is not a local asset.`);
  const candidates = [".mjs", ".js", ".cjs"].map((ending) => join(template.assets, asset.data, `${base}${ending}`));
  const file = candidates.find((path) => existsSync(path));
  if (file) return file;
  throw new TemplateError(
    `The bundle of ${logicalId} is missing in ${join(template.assets, asset.data)}. Run: npm run synth`,
  );
}
