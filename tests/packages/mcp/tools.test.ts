import { expect, test } from "vitest";
import { TOOLS } from "../../../packages/mcp/src/tools.ts";

const listed = TOOLS.map((tool) => ({ name: tool.listed.name, ...tool }));

test("names are taken once, and each tool says what it does to whom", () => {
  expect(new Set(listed.map(({ name }) => name)).size).toBe(TOOLS.length);
  for (const { listed: tool } of TOOLS) {
    expect(tool.description?.length).toBeGreaterThan(40);
    expect(Object.values(tool.annotations ?? {})).not.toContain(undefined);
  }
});

test.each(listed)(
  "$name takes nothing that it does not list, and answers with what is marked as data",
  ({ listed }) => {
    expect(listed.inputSchema).toMatchObject({ additionalProperties: false });
    expect(listed.outputSchema?.["required"]).toContain("notice");
    expect(JSON.stringify(listed.outputSchema)).toContain('"untrusted"');
  },
);

test.each(listed.filter(({ scope }) => scope === "drafts:decide"))("$name is bound to what was read", ({ listed }) => {
  expect(listed.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  expect(listed.inputSchema["required"]).toEqual(expect.arrayContaining(["id", "updated_at"]));
});
