import * as z from "zod";
import { ACCOUNT, REGION } from "../aws/account.ts";
import { attributesOf, NAME_PROPERTIES } from "./attributes.ts";
import { isIntrinsic, resolveIntrinsic } from "./intrinsics.ts";
import { type Json, type Template, TemplateError } from "./template.ts";

const PSEUDO: Record<string, string> = {
  "AWS::Region": REGION,
  "AWS::AccountId": ACCOUNT,
  "AWS::Partition": "aws",
  "AWS::StackId": `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/Latchkey/00000000-0000-0000-0000-000000000000`,
  "AWS::URLSuffix": "amazonaws.com",
};

export type Resolver = {
  /** The concrete value. `where` (resource and property) appears in the error when there is none. */
  resolve(value: Json, where: string): Json;
  /** The value of `Ref` for the resource. */
  ref(logicalId: string): string;
  /** The value of `Fn::GetAtt` for the resource. */
  attribute(logicalId: string, name: string): string;
  /**
   * The properties that `schema` names, resolved and parsed. Other properties are ignored, so an intrinsic in something
   * that this machine does not run causes no error.
   * @throws TemplateError that names the resource and the property
   */
  read<S extends z.ZodRawShape>(logicalId: string, schema: z.ZodObject<S>): z.infer<z.ZodObject<S>>;
};

/** Replaces the template's intrinsic functions by this machine's names. */
export function createResolver(template: Template, endpoint: string): Resolver {
  function attribute(logicalId: string, name: string, where = logicalId): string {
    const resource = template.resources[logicalId];
    if (!resource) throw new TemplateError(`${where} refers to ${logicalId}, which is not in the template.`);
    const property = NAME_PROPERTIES[resource.Type];
    const raw = property === undefined ? undefined : resource.Properties[property];
    const given = raw === undefined ? undefined : z.string().parse(resolve(raw, `${logicalId}.${property}`));
    const value = attributesOf(resource.Type, { logicalId, given, endpoint })?.[name];
    if (value !== undefined) return value;
    throw new TemplateError(
      `${where} needs ${name} of ${logicalId} (${resource.Type}), which this machine cannot give.`,
    );
  }

  function resolve(value: Json, where: string): Json {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => resolve(item, where));
    if (isIntrinsic(value)) {
      return resolveIntrinsic(value, {
        where,
        resolve: (inner) => resolve(inner, where),
        lookUp: (id, name) => (name === "Ref" ? PSEUDO[id] : undefined) ?? attribute(id, name, where),
      });
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, where)]));
  }

  return {
    resolve,
    attribute,
    ref: (logicalId) => attribute(logicalId, "Ref"),
    read(logicalId, schema) {
      const properties = template.resources[logicalId]?.Properties ?? {};
      const wanted = Object.entries(properties).filter(([key]) => key in schema.shape);
      const resolved = wanted.map(([key, value]) => [key, resolve(value, `${logicalId}.${key}`)]);
      const parsed = schema.safeParse(Object.fromEntries(resolved));
      if (parsed.success) return parsed.data;
      const faults = parsed.error.issues.map((issue) => `${logicalId}.${issue.path.join(".")}: ${issue.message}`);
      throw new TemplateError(`This machine cannot run the template. ${faults.join("; ")}`);
    },
  };
}
