import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { givenSettings } from "../../infra/given-settings.ts";
import { readSettings, TAKES } from "../../infra/settings.ts";
import { LatchkeyStack } from "../../infra/stack.ts";

/** The stack with other settings than those of the synthesized one. */
export function stackWith(context: Record<string, unknown> = {}) {
  const app = new App({ context: { mailDomain: "mail.example.com", ...context } });
  const given = givenSettings(app.node, Object.keys(TAKES));
  const stack = new LatchkeyStack(app, given.stackName, readSettings(given));
  return { app, stack };
}

export function templateWith(context: Record<string, unknown> = {}): Template {
  return Template.fromStack(stackWith(context).stack);
}
