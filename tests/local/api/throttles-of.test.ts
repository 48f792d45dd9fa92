import { expect, test } from "vitest";
import { throttlesOf } from "../../../local/api/gateway-of.ts";
import { readTemplate } from "../../../local/template/read-template.ts";
import { createResolver } from "../../../local/template/resolver.ts";

test("this machine throttles the routes that the template throttles apart, and the stage", async () => {
  const template = await readTemplate("cdk.out");
  const { stage, routes } = throttlesOf(template, createResolver(template, "http://127.0.0.1"));
  expect(stage).toBeDefined();
  expect([...routes.keys()].sort()).toEqual(
    ["confirm", "forgot-password", "login", "resend", "reset-password", "signup"].map((it) => `POST /api/auth/${it}`),
  );
});
