import * as z from "zod";
import type { Access } from "../iam/decide.ts";
import type { Service } from "../service.ts";
import { AwsError, notSupported } from "../wire/aws-error.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { JSON_CODES, jsonAnswer, jsonBody, jsonError } from "../wire/json-protocol.ts";
import type { Identities, Identity } from "./identities.ts";

const ROOT = "/v2/email/identities";

const created = z.object({
  EmailIdentity: z.string().toLowerCase(),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
});
const mailFrom = z.object({ MailFromDomain: z.string().optional(), BehaviorOnMxFailure: z.string().optional() });
const feedback = z.object({ EmailForwardingEnabled: z.boolean().default(false) });

type Call = { action: string; name: string };

export function isSesV2({ path }: AwsRequest): boolean {
  return path.startsWith("/v2/");
}

/** SES, API version 2: what an application asks about the identities that it makes. */
export function makeSesV2(identities: Identities, arnPrefix: string): Service {
  return {
    codes: JSON_CODES,
    refuse: (error) => {
      const answer = jsonError(error);
      return { ...answer, headers: { ...answer.headers, "x-amzn-errortype": error.code } };
    },
    accesses: (request) => accessesOf(request, identities, arnPrefix),
    answer: async (request) => answerTo(callOf(request), request, identities),
  };
}

function callOf(request: AwsRequest): Call {
  const { method, path } = request;
  if (method === "POST" && path === ROOT) {
    return { action: "CreateEmailIdentity", name: jsonBody(request, created).EmailIdentity };
  }
  const [, encoded = "", part] = /^\/v2\/email\/identities\/([^/]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
  const action = ACTIONS[`${method} ${part ?? ""}`];
  if (encoded === "" || action === undefined) throw notSupported(`sesv2 ${method} ${path}`);
  return { action, name: decodeURIComponent(encoded).toLowerCase() };
}

const ACTIONS: Record<string, string> = {
  "GET ": "GetEmailIdentity",
  "DELETE ": "DeleteEmailIdentity",
  "PUT mail-from": "PutEmailIdentityMailFromAttributes",
  "PUT feedback": "PutEmailIdentityFeedbackAttributes",
};

/** Making an identity with tags asks for the right to tag it, too. */
function accessesOf(request: AwsRequest, identities: Identities, arnPrefix: string): Access[] {
  const { action, name } = callOf(request);
  const resource = `${arnPrefix}:identity/${name}`;
  if (action !== "CreateEmailIdentity") {
    const tags = Object.entries(identities.get(name)?.tags ?? {});
    return [{ action: `ses:${action}`, resource, context: contextOf("aws:resourcetag", tags) }];
  }
  const tags = jsonBody(request, created).Tags.map(({ Key, Value }): [string, string] => [Key, Value]);
  const context = contextOf("aws:requesttag", tags);
  const actions = ["ses:CreateEmailIdentity", ...(tags.length > 0 ? ["ses:TagResource"] : [])];
  return actions.map((each) => ({ action: each, resource, context }));
}

function contextOf(key: string, tags: [string, string][]): Record<string, string[]> {
  return Object.fromEntries(tags.map(([name, value]) => [`${key}/${name.toLowerCase()}`, [value]]));
}

async function answerTo({ action, name }: Call, request: AwsRequest, identities: Identities): Promise<AwsAnswer> {
  if (action === "CreateEmailIdentity") {
    const tags = jsonBody(request, created).Tags;
    const made = identities.create(name, Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])));
    return jsonAnswer({ IdentityType: "DOMAIN", VerifiedForSendingStatus: false, DkimAttributes: dkimOf(made, false) });
  }
  const found = identities.get(name);
  if (action === "GetEmailIdentity" && identities.isOfTemplate(name)) return jsonAnswer(TEMPLATES);
  if (found === undefined) throw new AwsError("NotFoundException", `Email identity ${name} does not exist.`, 404);
  switch (action) {
    case "GetEmailIdentity":
      return jsonAnswer(shown(found, await identities.isVerified(name)));
    case "DeleteEmailIdentity":
      identities.delete(name);
      break;
    case "PutEmailIdentityMailFromAttributes": {
      const { MailFromDomain: mail_from, BehaviorOnMxFailure: on_mx_failure } = jsonBody(request, mailFrom);
      if (mail_from !== undefined && !mail_from.endsWith(`.${name}`)) {
        throw new AwsError(
          "BadRequestException",
          `Provided MAIL-FROM domain <${mail_from}> is not subdomain of <${name}>.`,
        );
      }
      identities.change(found, { mail_from, ...(on_mx_failure && { on_mx_failure }) });
      break;
    }
    case "PutEmailIdentityFeedbackAttributes":
      identities.change(found, { forwards_feedback: jsonBody(request, feedback).EmailForwardingEnabled });
      break;
  }
  return jsonAnswer({});
}

/** The template's own identity, as somebody else's looks to a function. */
const TEMPLATES = { IdentityType: "DOMAIN", VerifiedForSendingStatus: true, VerificationStatus: "SUCCESS", Tags: [] };

function shown(made: Identity, verified: boolean) {
  const status = verified ? "SUCCESS" : "PENDING";
  return {
    IdentityType: "DOMAIN",
    VerifiedForSendingStatus: verified,
    VerificationStatus: status,
    FeedbackForwardingStatus: made.forwards_feedback,
    DkimAttributes: dkimOf(made, verified),
    MailFromAttributes: {
      MailFromDomain: made.mail_from,
      MailFromDomainStatus: "PENDING",
      BehaviorOnMxFailure: made.on_mx_failure,
    },
    Tags: Object.entries(made.tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

function dkimOf({ tokens }: Identity, verified: boolean) {
  const Status = verified ? "SUCCESS" : "PENDING";
  return { SigningEnabled: true, Status, Tokens: tokens, SigningAttributesOrigin: "AWS_SES" };
}
