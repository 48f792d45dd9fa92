import { expect, test } from "vitest";
import * as z from "zod";
import { throttlesOf } from "../../../local/api/gateway-of.ts";
import { readTemplate } from "../../../local/template/read-template.ts";
import { createResolver } from "../../../local/template/resolver.ts";
import { resourcesOf } from "../../../local/template/template.ts";

test("this machine throttles the stage and the routes with their own limit in the template", async () => {
  const template = await readTemplate("cdk.out");
  const { stage, routes } = throttlesOf(template, createResolver(template, "http://127.0.0.1"));
  expect(stage).toBeDefined();
  const ofAuth = ["confirm", "forgot-password", "login", "resend", "reset-password", "signup"];
  expect([...routes.keys()].sort()).toEqual([...ofAuth.map((it) => `POST /api/auth/${it}`), "POST /api/mcp"]);
});

test("a throttled route admits its burst, and then its rate per second", async () => {
  const template = await readTemplate("cdk.out");
  const { routes } = throttlesOf(template, createResolver(template, "http://127.0.0.1"));
  const login = routes.get("POST /api/auth/login");
  const limits = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
  const [stage] = resourcesOf(template, "AWS::ApiGatewayV2::Stage");
  const settings = z.record(z.string(), limits).parse(Object(stage?.[1].Properties)["RouteSettings"]);
  const { ThrottlingRateLimit: rate = 0, ThrottlingBurstLimit: burst = 0 } = settings["POST /api/auth/login"] ?? {};
  const admitted = (at: number) => Array.from({ length: burst + 5 }, () => login?.admit(at)).filter(Boolean).length;
  const begin = Date.now() + 3_600_000;
  expect([rate, burst].every((each) => each > 0)).toBe(true);
  expect(admitted(begin)).toBe(burst);
  expect(admitted(begin + 1_000)).toBe(Math.min(rate, burst));
});
