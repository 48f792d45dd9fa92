import * as z from "zod";
import { readable, resourcesOf } from "./template.ts";

const refusal = z.object({
  Effect: z.literal("Deny"),
  Principal: z.object({ AWS: z.literal("*") }),
  Action: z.string(),
  Resource: z.unknown().transform((arns) => [arns].flat().map(readable)),
  Condition: z.strictObject({ Bool: z.strictObject({ "aws:SecureTransport": z.literal("false") }) }),
});
const document = z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) });

/** The `[action, resource]` pairs that the template's policies of one type deny without TLS. */
export function refusedOverPlainHttp(policyType: string): [string, string][] {
  return resourcesOf(policyType)
    .flatMap(([, { Properties }]) => document.parse(Properties).PolicyDocument.Statement)
    .flatMap((statement) => refusal.safeParse(statement).data ?? [])
    .flatMap(({ Action, Resource }) => Resource.map((resource): [string, string] => [Action, resource]));
}
