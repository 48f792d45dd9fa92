import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { functionsOf } from "../../../local/template/functions.ts";
import { readTemplate } from "../../../local/template/read-template.ts";
import { createResolver } from "../../../local/template/resolver.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
});
afterEach(() => rm(folder, { recursive: true }));

const fn = {
  Type: "AWS::Lambda::Function",
  Properties: { Handler: "index.handler", Role: { "Fn::GetAtt": ["Role", "Arn"] } },
  Metadata: { "latchkey:function": "auth", "aws:asset:path": "asset.1" },
};

test("the error for a folder without a stack says how to make one", async () => {
  await expect(readTemplate(join(folder, "nowhere"))).rejects.toThrow(/npm run synth/);
});

test("the error for an invalid template names the file", async () => {
  await writeFile(join(folder, "Latchkey.template.json"), "{");
  await expect(readTemplate(folder)).rejects.toThrow(/Latchkey\.template\.json is not a CloudFormation template/);
});

test("the error for a missing bundle names it, and a custom resource's helper needs none", async () => {
  const { Metadata: _mark, ...helper } = fn;
  await writeFile(join(folder, "A.template.json"), JSON.stringify({ Resources: { Auth: fn, Helper: helper } }));
  const template = await readTemplate(folder);
  expect(() => functionsOf(template, createResolver(template, ""))).toThrow(/bundle of Auth is missing/);
  delete template.resources["Auth"];
  expect(functionsOf(template, createResolver(template, ""))).toEqual([]);
});
