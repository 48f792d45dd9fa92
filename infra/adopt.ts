import { adopt } from "./adopt/adopt.ts";
import { HELP, readArguments } from "./adopt/arguments.ts";
import { cdk } from "./operator/cdk.ts";
import { awsClients } from "./operator/clients.ts";
import { runCommand } from "./operator/run-command.ts";
import { parseSettingArguments, stageSettings } from "./operator/stage-settings.ts";

/** `npm run adopt` */
await runCommand(HELP, readArguments, (args, say) => {
  const stage = stageSettings(args.stage, parseSettingArguments(args.settings));
  return adopt(args, stage, { aws: awsClients(), cdk, say, mappingFile: `${stage.stackName}-kept.json` });
});
