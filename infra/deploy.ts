import { Resolver } from "node:dns/promises";
import { checkNode } from "./deploy/account-checks.ts";
import { HELP, readArguments } from "./deploy/arguments.ts";
import { deploy } from "./deploy/deploy.ts";
import { cdk } from "./operator/cdk.ts";
import { awsClients } from "./operator/clients.ts";
import { lineOf } from "./operator/finding.ts";
import { makeBundles } from "./operator/make-bundles.ts";
import { runCommand } from "./operator/run-command.ts";
import { parseSettingArguments, stageSettings } from "./operator/stage-settings.ts";

/** `npm run deploy` */
await runCommand(HELP, readArguments, async (args, say) => {
  const node = checkNode(process.versions.node);
  say(lineOf(node));
  if (node.level === "stop") return 1;
  const stage = stageSettings(args.stage, parseSettingArguments(args.settings));
  await makeBundles();
  say("ok     The functions' bundles and the web app are made");
  return deploy(args, stage, { aws: awsClients(), dns: new Resolver(), cdk, say });
});
