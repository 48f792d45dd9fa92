import { expect, test } from "vitest";
import { withoutErrors, withPlainKeys } from "../../infra/lean-bundles.ts";

test("only a computed key with a known text is replaced by it", () => {
  const code = 'const _xN = "xmlName";\nexport const A = [0, { [_xN]: _x, [other]: 1, plain: [_xN] }];';
  expect(withPlainKeys(code)).toBe(
    'const _xN = "xmlName";\nexport const A = [0, { "xmlName": _x, [other]: 1, plain: [_xN] }];',
  );
});

test("error classes are removed for services that send plain names, except for retryable errors", () => {
  const code = [
    "n0_registry.registerError(InternalServerError$, InternalServerError);",
    "n0_registry.registerError(ReplicatedWriteConflictException$, ReplicatedWriteConflictException);",
  ].join("\n");
  expect(withoutErrors("dynamodb", code)).not.toContain("InternalServerError");
  expect(withoutErrors("dynamodb", code)).toContain("ReplicatedWriteConflictException");
  expect(withoutErrors("ses", code)).toBe(code);
});
