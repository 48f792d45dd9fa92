import { readFileSync } from "node:fs";
import * as z from "zod";

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.array(z.string()).default([]),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const template = z.object({ Resources: z.record(z.string(), resource) });
export type Resource = z.infer<typeof resource>;

/** The template that `npm run synth` made. */
export function synthesized() {
  return template.parse(JSON.parse(readFileSync("cdk.out/Latchkey.template.json", "utf8"))).Resources;
}

/** The synthesized resources of one type, by logical id. */
export function resourcesOf(type: string): [string, Resource][] {
  return Object.entries(synthesized()).filter(([, { Type }]) => Type === type);
}

/** A reference as people write it: `TablesUsers.Arn`. CDK appends eight hex digits to a logical id. */
export function readable(value: unknown): string {
  if (typeof value === "string") return value;
  const reference = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => (Ref.startsWith("AWS::") ? `<${Ref}>` : short(Ref))),
      z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }).transform((get) => {
        const [id, attribute] = get["Fn::GetAtt"];
        return `${short(id)}.${attribute}`;
      }),
      z
        .object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) })
        .transform((join) => join["Fn::Join"][1].map(readable).join(join["Fn::Join"][0])),
    ])
    .parse(value);
  return reference;
}

function short(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, "");
}
