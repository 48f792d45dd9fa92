import { startStack } from "../../local/stack.ts";
import { quickTemplate } from "./quick-template.ts";

/** Runs as a separate process that is killed: the whole machine on the given folder and ports. */
const [data = "", port = "0", smtpPort = "0"] = process.argv.slice(2);
await startStack({ data, port: Number(port), smtpPort: Number(smtpPort), template: await quickTemplate() });
process.stdout.write("ready\n");
