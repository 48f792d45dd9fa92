import * as z from "zod";

/** Any JSON value. In a template it may contain CloudFormation's intrinsic functions. */
export type Json = z.infer<ReturnType<typeof z.json>>;

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.json()).default({}),
  Metadata: z.record(z.string(), z.json()).default({}),
});
export type Resource = z.infer<typeof resource>;

/** The parts of a CloudFormation template that this machine uses. The keys of `Resources` are logical ids. */
export const templateJson = z.object({ Resources: z.record(z.string(), resource) });

/** One synthesized stack. A test may change `resources` before it starts the machine. */
export type Template = {
  resources: Record<string, Resource>;
  /** The folder that asset paths are relative to (cdk.out). */
  assets: string;
};

/** Something in the template that this machine cannot run. The message names the resource and the property. */
export class TemplateError extends Error {
  override name = "TemplateError";
}

/** The logical ids and resources of one type, in the template's order. */
export function resourcesOf(template: Template, ...types: string[]): [string, Resource][] {
  return Object.entries(template.resources).filter(([, { Type }]) => types.includes(Type));
}
