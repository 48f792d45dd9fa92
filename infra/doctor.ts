import { Resolver } from "node:dns/promises";
import { DeploymentError } from "./deployment-error.ts";
import { HELP, readArguments } from "./doctor/arguments.ts";
import { doctor } from "./doctor/doctor.ts";
import { awsClients } from "./operator/clients.ts";
import { runCommand } from "./operator/run-command.ts";
import { parseSettingArguments, stageSettings } from "./operator/stage-settings.ts";

/** `npm run doctor` */
await runCommand(HELP, readArguments, async (args, say) => {
  const dns = new Resolver();
  if (args.dns !== undefined) dns.setServers([args.dns]);
  return doctor(stageSettings(args.stage, parseSettingArguments(args.settings)), loginOf(args.as), {
    aws: awsClients(),
    dns,
    say,
    now: () => new Date(),
  });
});

/** Reads the password from the terminal, because the shell's history keeps arguments. */
function loginOf(email: string | undefined) {
  if (email === undefined) return undefined;
  const password = process.env["LATCHKEY_PASSWORD"];
  if (password === undefined) throw new DeploymentError(`Set LATCHKEY_PASSWORD to the password of ${email}.`);
  return { email, password };
}
