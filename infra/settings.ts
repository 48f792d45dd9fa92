import * as z from "zod";
import { joinProviders, PROVIDERS } from "../shared/providers/registry.ts";
import { MAX_INVOCATIONS } from "../shared/runs/concurrency.ts";
import { DeploymentError } from "./deployment-error.ts";
import type { Given } from "./given-settings.ts";

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ZONE_ID = /^Z[A-Z0-9]{5,31}$/;

// `cdk deploy -c name=value` passes every value as a string; cdk.json keeps JSON types.
const flag = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive" })]);
const wholeNumber = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const list = z.union([z.array(z.string()), z.string().transform((text) => text.split(",").map((part) => part.trim()))]);
const repliesPer = wholeNumber.pipe(z.number().int().min(1).max(100_000_000));
const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);
const domain = z.string().regex(DOMAIN);
// CloudFront takes certificates from this Region only, wherever the stack is.
const CERTIFICATE = /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]{1,64}$/;

/** All four settings together turn the platform key on. Without them it is off. */
const PLATFORM = ["platformKeySecretName", "platformProvider", "platformModel", "platformMailsPerMonth"] as const;

/** The web app's own domain and its certificate are set together. */
const WEB = ["webDomain", "webCertificate"] as const;

/** What a team chooses, in infra/settings/default.json or with `-c mailDomain=mail.example.com`. */
const schema = z
  .object({
    mailDomain: domain,
    hostedZone: z.optional(z.union([z.string().regex(ZONE_ID), domain])),
    emailConfirmation: flag.default(false),
    maxInvocations: wholeNumber.pipe(z.number().int().min(2).max(1000)).default(MAX_INVOCATIONS),
    batchSize: wholeNumber.pipe(z.number().int().min(1).max(10)).default(10),
    // An account that has just left SES's sandbox sends 50,000 mails in 24 hours, as users report (AWS names no
    // number). A fifth is left for notices to owners and log-in codes. One hour may use a quarter of the day's replies,
    // for days with a peak.
    repliesPerHour: repliesPer.default(10_000),
    repliesPerDay: repliesPer.default(40_000),
    ownerShare: wholeNumber.pipe(z.number().int().min(1).max(100)).default(20),
    // Half of SES's quota that repliesPerDay leaves. The other half is for notices.
    codesPerDay: repliesPer.default(5_000),
    reservedDomains: list.pipe(z.array(domain)).default([]),
    allowedOrigins: list.pipe(z.array(origin)).default([]),
    webDomain: z.optional(domain),
    webCertificate: z.optional(z.string().regex(CERTIFICATE)),
    alarmAddress: z.optional(z.email()),
    operatorAddress: z.optional(z.email()),
    traces: flag.default(false),
    anyRegion: flag.default(false),
    ruleSet: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .default("create"),
    cognitoPlan: z.enum(["essentials", "plus"]).default("essentials"),
    cognitoMail: z.enum(["ses", "cognito"]).default("ses"),
    platformKeySecretName: z.optional(z.string().regex(/^[A-Za-z0-9/_+=.@-]{1,500}$/)),
    platformProvider: z.optional(z.enum(PROVIDERS)),
    platformModel: z.optional(z.string().regex(/^[\w.:/-]{1,100}$/)),
    platformMailsPerMonth: z.optional(wholeNumber.pipe(z.number().int().min(1).max(100_000))),
  })
  .superRefine((settings, context) => {
    for (const together of [PLATFORM, WEB]) {
      const missing = together.filter((name) => settings[name] === undefined);
      if (missing.length === together.length) continue;
      for (const name of missing) context.addIssue({ code: "custom", path: [name] });
    }
  })
  // What is sent there would come back as mail to the domain.
  .refine(({ operatorAddress, mailDomain }) => operatorAddress?.toLowerCase().split("@")[1] !== mailDomain, {
    path: ["operatorAddress"],
  })
  // MX and CNAME records of one name exclude each other, and an alias would hide the agents' mail exchanger.
  .refine(({ webDomain, mailDomain }) => webDomain !== mailDomain, { path: ["webDomain"] })
  .refine((settings) => zoneHolds(settings.hostedZone, settings.mailDomain), { path: ["hostedZone"] });

export type Settings = z.infer<typeof schema>;

/** Describes the values that each setting takes, for errors and for docs/deploy.md. */
export const TAKES: Record<keyof Settings, string> = {
  mailDomain: "the domain of the agents' addresses, in lower case, such as mail.example.com",
  hostedZone: "the id (Z...) or the name of the public Route 53 zone that holds mailDomain",
  emailConfirmation: "true or false",
  maxInvocations:
    "a whole number from 2 to 1000: the batches of mails that run at the same time, below half of the account's concurrent Lambdas",
  batchSize: "a whole number from 1 to 10",
  repliesPerHour:
    "a whole number from 1 on: the replies of all agents in an hour by the clock, below what SES lets you send",
  repliesPerDay:
    "a whole number from 1 on: the replies of all agents in a UTC day, below what SES lets you send in 24 hours",
  ownerShare: "a whole number from 1 to 100: the percent of both that one owner may use",
  codesPerDay: "a whole number from 1 on: the mails with a code to sign in that may leave in a UTC day",
  reservedDomains:
    "domains that the team uses itself and no user may claim or send from, as a list or with commas between them",
  allowedOrigins: "origins such as https://app.example.com, as a list or with commas between them",
  webDomain: "a name for the web app, such as app.example.com, other than mailDomain; it goes with webCertificate",
  webCertificate:
    "the ARN of a certificate for webDomain in AWS Certificate Manager, in us-east-1; it goes with webDomain",
  alarmAddress: "an e-mail address",
  operatorAddress: "an e-mail address that is not on mailDomain; without it, alarmAddress gets what comes to abuse@",
  traces: "true or false: true to trace the functions with X-Ray, at its price",
  anyRegion: "true or false: true to deploy into a region where SES is not known to receive mail",
  ruleSet: "`create`, or the name of an existing SES receipt rule set",
  cognitoPlan: "`essentials` or `plus`",
  cognitoMail: "`ses`, or `cognito` until SES has verified mailDomain",
  platformKeySecretName: "the name of a secret in Secrets Manager that holds only the team's AI key",
  platformProvider: `the provider of that key: ${joinProviders(({ id }) => `\`${id}\``)}; the four platform settings go together`,
  platformModel: "the provider's name of the model that answers with that key",
  platformMailsPerMonth: "a whole number from 1 to 100000: the mails that it answers per user and month",
};

/** @throws DeploymentError with a line for each invalid setting: its name, the given value, and the allowed values */
export function readSettings({ values, file }: Given): Settings {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw new DeploymentError([...names].map((name) => describeFault(name, values[name], file)).join("\n"));
}

/** One sentence for the person who deploys. `file`: the file that holds the setting. */
export function describeFault(name: string, given: unknown, file: string): string {
  const is = given === undefined ? "is not set" : `is ${JSON.stringify(given)}`;
  const takes = Object.entries(TAKES).find(([key]) => key === name)?.[1];
  return `The setting ${name} ${is}; it takes ${takes}. Set it in ${file}, or with -c ${name}=...`;
}

function zoneHolds(zone: string | undefined, mailDomain: string): boolean {
  return zone === undefined || ZONE_ID.test(zone) || mailDomain === zone || mailDomain.endsWith(`.${zone}`);
}
