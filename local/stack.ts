import { fileURLToPath } from "node:url";
import { gatewayOf } from "./api/gateway-of.ts";
import type { Aws, AwsOptions, Denied } from "./aws/aws.ts";
import { startAws } from "./aws/start-aws.ts";
import { startCompute } from "./compute.ts";
import { createControl } from "./control/control.ts";
import { runsOfMail } from "./control/runs-of-mail.ts";
import { type DataFolder, openDataFolder } from "./data/data-folder.ts";
import { moveOldMarks } from "./data/move-old-marks.ts";
import { startDns } from "./dns/dns-server.ts";
import { Zone } from "./dns/zone.ts";
import { type LocalSettings, withLocalSettings } from "./functions/local-settings.ts";
import type { SeamOptions } from "./functions/provider-seam.ts";
import { assertFree } from "./http/listen.ts";
import { serve } from "./http/serve.ts";
import { Journal } from "./journal.ts";
import { Inbox } from "./mail/inbox.ts";
import { Outbox } from "./mail/outbox.ts";
import { receiptRules } from "./mail/receipt-rules.ts";
import { SentMails } from "./mail/sent-mails.ts";
import { startSmtp } from "./mail/smtp.ts";
import { principalsOf } from "./principals.ts";
import { startProviderStub } from "./provider-stub/provider-stub.ts";
import { mappingsOf } from "./queues/mappings.ts";
import { clientsOf, destroy } from "./resources/clients.ts";
import { makeResources } from "./resources/make-resources.ts";
import { publishedKeys } from "./resources/user-pools.ts";
import { schedulesOf } from "./schedules/schedules.ts";
import { WEB_HOST } from "./template/attributes.ts";
import { type FunctionSpec, functionsOf } from "./template/functions.ts";
import { readTemplate } from "./template/read-template.ts";
import { createResolver } from "./template/resolver.ts";
import type { Template } from "./template/template.ts";
import { unknownTypes } from "./template/types.ts";
import { createWeb } from "./web/web.ts";

/** Where `npm run synth` puts the template. */
export const CDK_OUT = fileURLToPath(new URL("../cdk.out", import.meta.url));

export type StackOptions = {
  /** The folder for the state. Without it, all state is in memory. */
  data?: string;
  /** Empties the data folder first. */
  fresh?: boolean;
  /** 0 takes any free port. */
  port?: number;
  smtpPort?: number;
  /** By default, the template that `npm run synth` made. A function is called once the data folder is ours. */
  template?: Template | (() => Promise<Template>);
  /** Name servers that the webhooks' sender asks in place of the system's, as `address:port`. */
  resolvers?: string;
  /** The folder of the built web app. Without it, only the API and the control routes are served. */
  web?: string;
  /** The name server that the functions ask, e.g. `127.0.0.1:5353`. By default the machine's own. */
  dns?: string | undefined;
  /** Called as each step begins. */
  onProgress?: (step: string) => void;
  /** Called for each line of a function's log, and for this machine's notices. */
  onLog?: (source: string, line: string) => void;
  /** Called for each call to AWS, see AwsOptions. */
  onCall?: AwsOptions["onCall"];
};

export type LocalStack = {
  url: string;
  smtpPort: number;
  aws: Aws;
  /** The variables of all functions together, and so the names of tables, queues and the bucket: `RUNS_TABLE`, ... */
  names: Record<string, string>;
  /** The queue that feeds each function, by the function's name. */
  queues: Record<string, string>;
  /** Runs all schedules now. */
  fireSchedules(): Promise<void>;
  /** Calls that a role did not allow. */
  denied: Denied[];
  /** `<source>: <line>`, limited in number. */
  logs: string[];
  stop(): Promise<void>;
};

/**
 * Runs the synthesized template on this machine.
 * @throws TemplateError, DataError, or the system's error for a taken port; nothing is left running then
 */
export async function startStack(options: StackOptions = {}): Promise<LocalStack> {
  const { onProgress = () => {}, onLog = () => {}, port = 3000, smtpPort = 2525 } = options;
  await using owned = new AsyncDisposableStack();
  const journal = new Journal(onLog);

  await assertFree(port);
  await assertFree(smtpPort);
  const folder = options.data === undefined ? undefined : await openDataFolder(options.data, options);
  if (folder) owned.defer(() => folder.release());
  const template = await templateOf(options, journal);

  onProgress("Starting the AWS emulators");
  const emulators = await startEmulators({ template, folder, journal, onCall: options.onCall, owned });
  onProgress("Making tables, queues, bucket, user pool and key");
  const made = await make(template, port, emulators);
  // A template of an earlier release has no such table, and its functions look among usage.
  if (folder && made.names["BLOCKED_TABLE"] !== undefined) await moveOldMarks(emulators.admin.dynamo);
  await emulators.sentMails.tellUnreported();
  onProgress("Starting the functions");
  const settings = { resolvers: options.resolvers };
  const running = await startFunctions({ ...emulators, ...made, settings, keysAt: options.dns, journal, owned });
  onProgress("Opening the ports");
  const web = options.web === undefined ? undefined : createWeb(options.web);
  const ports = await openPorts({ ...emulators, ...made, ...running, web, journal, port, smtpPort, owned });

  const all = owned.move();
  return {
    ...ports,
    aws: emulators.aws,
    names: made.names,
    queues: Object.fromEntries(made.mappings.map(({ functionName, queueUrl }) => [functionName, queueUrl])),
    fireSchedules: () => running.compute.scheduler.fire(),
    denied: journal.denied,
    logs: journal.logs,
    stop: () => all.disposeAsync(),
  };
}

async function templateOf({ template: given }: StackOptions, journal: Journal): Promise<Template> {
  const template = await (typeof given === "function" ? given() : (given ?? readTemplate(CDK_OUT)));
  for (const type of unknownTypes(template)) journal.log("template", `${type} is not run on this machine`);
  return template;
}

/** Stopped at the end, or if a later step of the start fails. */
type Owned = { owned: AsyncDisposableStack; journal: Journal };

type EmulatorOptions = Owned & {
  template: Template;
  folder: DataFolder | undefined;
  onCall: AwsOptions["onCall"];
};

async function startEmulators({ template, folder, journal, onCall, owned }: EmulatorOptions) {
  // Permissions, rules and topics contain no address. Queue URLs do, so they are resolved again once the address is
  // known.
  const named = createResolver(template, "http://127.0.0.1");
  const principals = principalsOf(template, named, functionsOf(template, named));
  const outbox = await Outbox.open(folder?.outbox);
  const zone = new Zone(folder?.aws);
  const dns = await startDns(zone);
  owned.defer(() => dns.stop());
  const sentMails = new SentMails(template, named, outbox, journal);
  const aws = await startAws({
    data: folder?.aws,
    dns: dns.address,
    principals: [...principals.values()],
    onMailSent: (mail) => sentMails.add(mail),
    onCode: (mail) => sentMails.addCode(mail),
    onDenied: (denied) => journal.refuse(denied),
    onCall,
  });
  owned.defer(() => aws.stop());
  const admin = clientsOf(aws, aws.admin);
  owned.defer(() => destroy(admin));
  sentMails.publishWith(admin.sns);
  return { aws, admin, outbox, sentMails, principals, zone, dns };
}
type Emulators = Awaited<ReturnType<typeof startEmulators>>;

/** Creates what the template names. @throws TemplateError before anything is created */
async function make(template: Template, port: number, { aws, admin, dns }: Emulators) {
  const resolver = createResolver(template, aws.endpoint);
  const functions = functionsOf(template, resolver).map((fn) => withWebAddress(withDns(fn, dns.address), port));
  const names = Object.fromEntries(functions.flatMap(({ variables }) => Object.entries(variables)));
  const mappings = mappingsOf(template, resolver, functions);
  const schedules = schedulesOf(template, resolver, functions);
  await makeResources({ template, resolver, aws, admin });
  return {
    template,
    resolver,
    functions,
    names,
    mappings,
    schedules,
    jwks: publishedKeys({ template, resolver, aws }),
  };
}
type Made = Awaited<ReturnType<typeof make>>;

/** There is no public DNS here: what would ask it asks this machine's. */
function withDns(fn: FunctionSpec, address: string): FunctionSpec {
  if (fn.variables["DNS_SERVERS"] === undefined) return fn;
  return { ...fn, variables: { ...fn.variables, DNS_SERVERS: address } };
}

/** One machine serves the web app itself, and without TLS. */
function withWebAddress(fn: FunctionSpec, port: number): FunctionSpec {
  const real = Object.entries(fn.variables).map(([name, value]) => [
    name,
    value.replace(`https://${WEB_HOST}`, `http://localhost:${port}`),
  ]);
  return { ...fn, variables: Object.fromEntries(real) };
}

type FunctionOptions = Emulators & Made & Owned & { settings: LocalSettings; keysAt: string | undefined };

async function startFunctions({ owned, journal, settings, keysAt, ...parts }: FunctionOptions) {
  const stub = await startProviderStub();
  owned.defer(() => stub.stop());
  const inbox = new Inbox(receiptRules(parts.template, parts.resolver), parts.admin);
  const deployed = parts.names["API_URL"];
  // The port is known once it is open, and no function is asked to call the API before that.
  const api = deployed ? { deployed, here: "" } : undefined;
  const seam: SeamOptions = { stub: stub.url, jwks: parts.jwks, api, dns: keysAt };
  const functions = parts.functions.map((spec) => withLocalSettings(spec, settings));
  const compute = startCompute({ ...parts, functions, seam, inbox, onLog: journal.log.bind(journal) });
  owned.defer(() => compute.stop());
  return { stub, inbox, compute, seam };
}
type Running = Awaited<ReturnType<typeof startFunctions>>;

type Ports = { port: number; smtpPort: number; web: ReturnType<typeof createWeb> | undefined };
type PortOptions = Emulators & Made & Running & Owned & Ports;

async function openPorts({ inbox, outbox, stub, compute, seam, journal, zone, owned, ...parts }: PortOptions) {
  const smtp = await startSmtp(inbox, parts.smtpPort, (line) => journal.log("smtp", line));
  owned.defer(() => smtp.stop());
  const ofMail = runsOfMail(parts.admin.dynamo, String(parts.names["RUNS_TABLE"]));
  const http = await serve({
    port: parts.port,
    api: gatewayOf({ ...parts, hosts: compute.hosts }),
    control: createControl({ inbox, outbox, stub, zone, runsOfMail: ofMail, aws: parts.aws }),
    web: parts.web,
    onError: (error) => journal.log("http", String(error)),
  });
  owned.defer(() => http.stop());
  const url = `http://127.0.0.1:${http.port}`;
  if (seam.api) seam.api.here = url;
  return { url, smtpPort: smtp.port };
}
