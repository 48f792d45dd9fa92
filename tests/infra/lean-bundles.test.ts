import { expect, test } from "vitest";
import { withoutErrors, withPlainKeys } from "../../infra/lean-bundles.ts";

test("a computed key becomes the text that it stands for, and no other key does", () => {
  const code = 'const _xN = "xmlName";\nexport const A = [0, { [_xN]: _x, [other]: 1, plain: [_xN] }];';
  expect(withPlainKeys(code)).toBe(
    'const _xN = "xmlName";\nexport const A = [0, { "xmlName": _x, [other]: 1, plain: [_xN] }];',
  );
});

test("errors of a service that names them itself need no classes, but for those that say they may be tried again", () => {
  const code = [
    "n0_registry.registerError(InternalServerError$, InternalServerError);",
    "n0_registry.registerError(ReplicatedWriteConflictException$, ReplicatedWriteConflictException);",
  ].join("\n");
  expect(withoutErrors("dynamodb", code)).not.toContain("InternalServerError");
  expect(withoutErrors("dynamodb", code)).toContain("ReplicatedWriteConflictException");
  expect(withoutErrors("ses", code)).toBe(code);
});
