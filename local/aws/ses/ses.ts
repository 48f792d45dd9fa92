import { randomBytes, randomUUID } from "node:crypto";
import { addressParser } from "postal-mime";
import { domainOf } from "../../../shared/mail/address.ts";
import type { AwsOptions } from "../aws.ts";
import type { Access } from "../iam/decide.ts";
import type { Service } from "../service.ts";
import { AwsError, notSupported } from "../wire/aws-error.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { formBody, listMembers, QUERY_CODES, queryError, xmlAnswer } from "../wire/query-protocol.ts";
import type { SesAccount } from "./account.ts";
import type { Identities } from "./identities.ts";
import { invalidParameter, readRawMail, replaceIdAndDate } from "./raw-mail.ts";
import { RuleSets } from "./rule-sets.ts";
import { isSesV2, makeSesV2 } from "./ses-v2.ts";

const NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_RECIPIENTS = 50;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** What SES may send from and through. Of the template, which is read anew at each start, nothing is stored. */
export type Senders = { identities: Identities; configurationSets: Set<string>; account: SesAccount };

/** SES in both versions of its API, which share a name in signatures. */
export function makeSes(...options: Parameters<typeof makeSesV1>): Service {
  const [{ identities }, , arnPrefix] = options;
  const v1 = makeSesV1(...options);
  const v2 = makeSesV2(identities, arnPrefix);
  const of = (request: AwsRequest) => (isSesV2(request) ? v2 : v1);
  return {
    codes: v1.codes,
    codesOf: (request) => of(request).codes,
    refuse: (error, request) => of(request).refuse(error, request),
    accesses: (request) => of(request).accesses(request),
    answer: (request, caller) => of(request).answer(request, caller),
  };
}

/** SES, API version 1: SendRawEmail, and which receipt rule set is the active one. */
function makeSesV1(senders: Senders, region: string, arnPrefix: string, onMailSent: AwsOptions["onMailSent"]): Service {
  const ruleSets = new RuleSets();
  return {
    codes: QUERY_CODES,
    refuse: (error) => queryError(NAMESPACE, error),
    accesses: (request) => accessesOf(request, senders.account, arnPrefix),
    async answer(request) {
      const action = formBody(request).get("Action");
      const ofRuleSets = ruleSets.answer(formBody(request));
      if (ofRuleSets !== undefined) return resultOf(`${action}`, ofRuleSets);
      if (action !== "SendRawEmail") throw notSupported(`ses:${action}`);
      const call = readCall(request);
      checkAccount(senders.account);
      await checkVerified([call.sender, call.mail.from], senders, [], region);
      if (senders.account.sandbox) await checkVerified(call.recipients, senders, senders.account.verified, region);
      if (call.configurationSet !== undefined && !senders.configurationSets.has(call.configurationSet)) {
        const name = call.configurationSet;
        throw new AwsError("ConfigurationSetDoesNotExist", `Configuration set <${name}> does not exist.`);
      }
      const id = `0100${randomBytes(6).toString("hex")}-${randomUUID()}-000000`;
      const sentAt = new Date();
      await onMailSent({
        ses_message_id: id,
        from: call.sender,
        to: call.recipients,
        raw: replaceIdAndDate(call.mail, `${id}@${region === "us-east-1" ? "email" : region}.amazonses.com`, sentAt),
        tags: call.tags,
        configuration_set: call.configurationSet,
        signed_by: senders.identities.ofDomain(domainOf(call.mail.from)),
        sent_at: sentAt.toISOString(),
      });
      return resultOf(action, `<MessageId>${id}</MessageId>`);
    },
  };
}

function resultOf(action: string, xml: string): AwsAnswer {
  return xmlAnswer(
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${xml}</${action}Result></${action}Response>`,
  );
}

/**
 * SES asks for the right on the identity and, when the call names one, on the configuration set. In the sandbox it asks for
 * the right on each recipient's identity too: aws-sdk-js#3641, terraform-aws-ses#19 and #40 report the refusal.
 */
function accessesOf(request: AwsRequest, { sandbox }: SesAccount, arnPrefix: string): Access[] {
  const form = formBody(request);
  const action = `ses:${form.get("Action")}`;
  if (action !== "ses:SendRawEmail") return [{ action, resource: "*" }];
  const { mail, recipients, configurationSet } = readCall(request);
  const context = { "ses:fromaddress": [mail.from], "ses:recipients": recipients };
  const resources = [domainOf(mail.from), ...(sandbox ? recipients : [])].map((identity) => `identity/${identity}`);
  if (configurationSet !== undefined) resources.push(`configuration-set/${configurationSet}`);
  return resources.map((resource) => ({ action, resource: `${arnPrefix}:${resource}`, context }));
}

/** @throws AwsError InvalidParameterValue */
function readCall(request: AwsRequest) {
  const form = formBody(request);
  const data = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
  if (data.length > MAX_BYTES)
    throw invalidParameter(`Message length is more than ${MAX_BYTES} bytes long: '${data.length}'.`);
  const mail = readRawMail(data.toString("utf8"));
  const named = listMembers(form, "Destinations");
  const recipients = named.length > 0 ? named : mail.to;
  if (recipients.length === 0) throw invalidParameter("Missing final recipients.");
  if (recipients.length > MAX_RECIPIENTS) throw invalidParameter(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  const configurationSet = form.get("ConfigurationSetName") ?? undefined;
  return { mail, recipients, configurationSet, sender: addressOf(form.get("Source")) ?? mail.from, tags: tagsOf(form) };
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let index = 1; ; index++) {
    const name = form.get(`Tags.member.${index}.Name`);
    const value = form.get(`Tags.member.${index}.Value`);
    if (name === null || value === null) return tags;
    for (const text of [name, value])
      if (!TAG.test(text)) throw invalidParameter(`Invalid character in the message tag <${text}>.`);
    tags[name] = value;
  }
}

/** @throws AwsError in the names of SES's API reference, SendRawEmail */
function checkAccount({ sending_paused, quota_used }: SesAccount): void {
  if (sending_paused) throw new AwsError("AccountSendingPausedException", "Sending is paused for this account.");
  if (quota_used) throw new AwsError("Throttling", "Daily message quota exceeded.");
}

/** The address in From and the envelope sender must be of a verified domain, and in the sandbox each recipient too. */
async function checkVerified(
  addresses: string[],
  { identities }: Senders,
  others: string[],
  region: string,
): Promise<void> {
  const looked = [...new Set(addresses)].map(async (address) => {
    const domain = domainOf(address);
    if (others.includes(domain) || others.includes(address.toLowerCase())) return [];
    const identity = identities.ofDomain(domain);
    return identity !== undefined && (await identities.isVerified(identity)) ? [] : [address];
  });
  const failed = (await Promise.all(looked)).flat();
  if (failed.length === 0) return;
  const where = `The following identities failed the check in region ${region.toUpperCase()}: ${failed.join(", ")}`;
  throw new AwsError("MessageRejected", `Email address is not verified. ${where}`);
}

/** `Source` may carry a display name. */
function addressOf(source: string | null): string | undefined {
  return addressParser(source ?? "", { flatten: true })[0]?.address;
}
