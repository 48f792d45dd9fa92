import * as z from "zod";
import type { Statement } from "../aws/aws.ts";
import type { Resolver } from "./resolver.ts";
import { type Json, resourcesOf, type Template, TemplateError } from "./template.ts";

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const document = z.object({
  Statement: z.array(
    z.object({
      Effect: z.enum(["Allow", "Deny"]),
      Action: oneOrMore,
      Resource: oneOrMore,
      Condition: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))).optional(),
    }),
  ),
});

const role = z.object({
  Policies: z.array(z.object({ PolicyDocument: document })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});
const policy = z.object({ PolicyDocument: document });

/** Policies that let a function write its logs and traces, which on this machine need no permission. */
const HARMLESS = /\/service-role\/AWSLambdaBasicExecutionRole$|\/AWSXRayDaemonWriteAccess$/;

/**
 * Every statement of the role: its inline policies, and the template's policies that are attached to it.
 * @throws TemplateError for a managed policy of AWS, whose statements are not in the template
 */
export function statementsOf(template: Template, resolver: Resolver, roleId: string): Statement[] {
  const own = resolver.read(roleId, role);
  const foreign = own.ManagedPolicyArns.find((arn) => arn.includes(":iam::aws:policy/") && !HARMLESS.test(arn));
  if (foreign) throw new TemplateError(`${roleId} has the managed policy ${foreign}: write its actions out instead.`);

  const attached = resourcesOf(template, "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
    .filter(([, { Properties }]) => refersTo(Properties["Roles"], roleId))
    .map(([id]) => resolver.read(id, policy));
  return [...own.Policies, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(clean));
}

function refersTo(roles: Json | undefined, roleId: string): boolean {
  return Array.isArray(roles) && roles.some((entry) => JSON.stringify(entry) === JSON.stringify({ Ref: roleId }));
}

function clean({ Condition, ...statement }: z.infer<typeof document>["Statement"][number]): Statement {
  return Condition === undefined ? statement : { ...statement, Condition };
}
