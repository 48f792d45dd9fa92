import { randomBytes } from "node:crypto";
import type { Principal } from "./aws/aws.ts";
import type { FunctionSpec } from "./template/functions.ts";
import type { Resolver } from "./template/resolver.ts";
import { statementsOf } from "./template/statements.ts";
import type { Template } from "./template/template.ts";

/** One principal for each function, with credentials of its own and exactly its role's statements. */
export function principalsOf(
  template: Template,
  resolver: Resolver,
  functions: FunctionSpec[],
): Map<string, Principal> {
  return new Map(
    functions.map(({ name, roleId }) => [
      name,
      {
        name,
        accessKeyId: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString("base64url"),
        statements: statementsOf(template, resolver, roleId),
      },
    ]),
  );
}
