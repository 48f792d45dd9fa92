import * as z from "zod";
import { type Resource, readable, resourcesOf } from "./template.ts";

// CloudFormation takes one value in place of a list of one.
const listOf = <T extends z.ZodType>(item: T) => z.preprocess((v) => (Array.isArray(v) ? v : [v]), z.array(item));

const statement = z.object({
  Effect: z.string(),
  Action: listOf(z.string()),
  Resource: listOf(z.unknown().transform(readable)),
  Condition: z.unknown().optional(),
});
export type Statement = z.infer<typeof statement>;

const policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({ Statement: z.array(statement) }),
});
const role = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) });

/** Every statement that a policy of the template gives the role. */
export function statementsOf(roleId: string): Statement[] {
  return resourcesOf("AWS::IAM::Policy")
    .map(([, { Properties }]) => policy.parse(Properties))
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === roleId))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** The logical id of a function's role. */
export function roleOf(fn: Resource): string {
  return role.parse(fn.Properties["Role"])["Fn::GetAtt"][0];
}

/** Our functions' folder names, and for CDK's own helper its logical id. */
export function functionName([logicalId, fn]: [string, Resource]): string {
  return z.string().default(logicalId).parse(fn.Metadata["latchkey:function"]);
}
