import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { Aws } from "../aws/aws.ts";
import { sesAccount } from "../aws/ses/account.ts";
import { recordSet, type Zone } from "../dns/zone.ts";
import { BodyTooLarge, readBody } from "../http/read-body.ts";
import { writeJson } from "../http/write-json.ts";
import type { Inbox } from "../mail/inbox.ts";
import { MAX_MAIL, TOO_LARGE } from "../mail/max-mail.ts";
import type { Outbox } from "../mail/outbox.ts";
import type { ProviderStub } from "../provider-stub/provider-stub.ts";
import { scriptedAnswer } from "../provider-stub/script.ts";
import { mailQuery } from "./mail-query.ts";
import type { RunsOfMail } from "./runs-of-mail.ts";

export type ControlOptions = {
  inbox: Inbox;
  outbox: Outbox;
  stub: ProviderStub;
  runsOfMail: RunsOfMail;
  zone: Zone;
  aws: Pick<Aws, "putSecret" | "changeSesAccount">;
};

/** The longest secret in bytes, as in AWS. */
const MAX_SECRET = 65_536;

type Reply = { status: number; body?: object } | { status: number; rows: AsyncIterable<object> };

/** How many of the newest a list gives; without it, all. */
const page = z.object({ newest: z.coerce.number().int().gte(1).optional() });

/** The routes under /_local/, for people and tests. A deployment has none of them. */
export function createControl(options: ControlOptions) {
  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await reply(request, options).catch(refusal);
    if ("rows" in answer) await writeRows(response, answer.rows);
    else if (answer.body === undefined) response.writeHead(answer.status).end();
    else writeJson(response, answer.status, answer.body);
  };
}

/** A JSON array that is never whole in memory. */
async function writeRows(response: ServerResponse, rows: AsyncIterable<object>): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  let before = "[";
  for await (const row of rows) {
    if (!response.write(before + JSON.stringify(row))) await once(response, "drain");
    before = ",";
  }
  response.end(before === "[" ? "[]" : "]");
}

async function reply(request: IncomingMessage, options: ControlOptions): Promise<Reply> {
  const { inbox, outbox, stub, runsOfMail, zone, aws } = options;
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  // A page on the web could name this machine by a host of its own (DNS rebinding), while people and tests say
  // localhost.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) {
    return { status: 403, body: { message: "These routes answer only on localhost." } };
  }
  // A page of another site may not hand in a mail either. A browser says where a request comes from; other clients do
  // not.
  if (["cross-site", "same-site"].includes(String(request.headers["sec-fetch-site"]))) {
    return { status: 403, body: { message: "These routes do not answer to other sites." } };
  }
  const messageId = /^\/_local\/mail\/([a-z0-9]+)$/.exec(pathname)?.[1];
  if (request.method === "GET" && messageId !== undefined) return mailState(messageId, inbox, runsOfMail);

  const secret = /^\/_local\/secret\/(.+)$/.exec(pathname)?.[1];
  if (request.method === "PUT" && secret !== undefined) {
    aws.putSecret(decodeURIComponent(secret), (await readBody(request, MAX_SECRET)).toString("utf8").trim());
    return { status: 204 };
  }

  switch (`${request.method} ${pathname}`) {
    case "POST /_local/mail": {
      const mail = mailQuery(searchParams);
      const raw = await readBody(request, MAX_MAIL);
      return { status: 202, body: { message_id: await inbox.take({ ...mail, raw }) } };
    }
    // The web app uses this route to find out that it runs on one machine: a deployment does not have it.
    case "GET /_local/health":
      return { status: 200, body: { local: true } };
    case "GET /_local/outbox":
      return { status: 200, rows: outbox.mails(page.parse(Object.fromEntries(searchParams)).newest) };
    case "GET /_local/provider-calls":
      return { status: 200, body: stub.calls };
    case "PUT /_local/provider-answer":
      stub.script.set(scriptedAnswer.parse(await readJson(request)));
      return { status: 204 };
    case "PUT /_local/ses":
      aws.changeSesAccount(sesAccount.parse(await readJson(request)));
      return { status: 204 };
    case "GET /_local/dns":
      return { status: 200, body: zone.all() };
    case "PUT /_local/dns":
      zone.put(z.array(recordSet).parse(await readJson(request)));
      return { status: 204 };
    default:
      return { status: 404, body: { message: `There is no ${request.method} ${pathname}.` } };
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await readBody(request, MAX_MAIL)).toString("utf8") || "{}");
}

async function mailState(messageId: string, inbox: Inbox, runsOfMail: RunsOfMail): Promise<Reply> {
  const runs = await runsOfMail(messageId);
  const routed = inbox.routed(messageId) ?? (runs.length > 0 ? true : undefined);
  if (routed === undefined) return { status: 404, body: { message: `No mail ${messageId} has come in.` } };
  return { status: 200, body: { routed, runs } };
}

function refusal(error: unknown): Reply {
  if (error instanceof BodyTooLarge) return { status: 413, body: { message: TOO_LARGE } };
  if (error instanceof z.ZodError) return { status: 400, body: { message: faultsOf(error) } };
  if (error instanceof SyntaxError) return { status: 400, body: { message: "The body is not JSON." } };
  throw error;
}

function faultsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "the body"}: ${message}`).join("; ");
}
