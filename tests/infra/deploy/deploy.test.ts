import { expect, test } from "vitest";
import { readArguments } from "../../../infra/deploy/arguments.ts";
import { deploy } from "../../../infra/deploy/deploy.ts";
import { DOMAIN, healthyAccount, newAccount, noStack, stackOf, TOKENS } from "../../support/account.ts";
import { AwsRefusal, xml } from "../../support/aws-stub.ts";
import { type Operator, withOperator } from "../../support/operator.ts";

const operator = withOperator();
const ARGUMENTS = { stage: "default", diff: false, settings: [], anew: false, yes: true };

function run(args: Partial<typeof ARGUMENTS> = {}, given: Record<string, string> = {}, at: Operator = operator()) {
  return deploy({ ...ARGUMENTS, ...args }, at.stage(given), at.deps);
}

test("nothing is changed while there is a fault, and each fault is named with its remedy", async () => {
  Object.assign(operator().answers, newAccount(), {
    DescribeActiveReceiptRuleSet: xml({ Metadata: { Name: "company-rules" } }),
  });
  expect(await run()).toBe(1);
  expect(operator().cdkRuns).toEqual([]);
  const stops = operator().said.filter((line) => line.startsWith("STOP"));
  expect(stops).toEqual([
    expect.stringContaining("Run: npx cdk bootstrap aws://123456789012/eu-west-1"),
    expect.stringMatching(/runs 10 Lambdas at once.*Set maxInvocations to 2 in infra\/settings\/default.json/),
    expect.stringMatching(/rule set "company-rules".*Set ruleSet to "company-rules" in infra\/settings\/default.json/),
  ]);
  expect(operator().said.at(-1)).toBe("Nothing was changed.");
});

/** One fault at a time in a healthy account, and the sentence about it. */
const IN_THE_WAY: [string, Record<string, unknown>, Record<string, string>, RegExp][] = [
  [
    "credentials that have expired",
    { GetCallerIdentity: new AwsRefusal("ExpiredToken") },
    {},
    /have expired.*aws sso login/,
  ],
  [
    "credentials that AWS does not know",
    { GetCallerIdentity: new AwsRefusal("InvalidClientTokenId", "The token is invalid", 403) },
    {},
    /InvalidClientTokenId.*AWS_PROFILE/,
  ],
  [
    "an old bootstrap",
    { GetParameter: { Parameter: { Value: "5" } } },
    {},
    /bootstrap is version 5, and 6 is needed.*npx cdk bootstrap/,
  ],
  [
    "too few Lambdas",
    { "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 50 } } },
    {},
    /runs 50 Lambdas.*Set maxInvocations to 24/,
  ],
  ["a quota below the settings", {}, { repliesPerDay: "60000" }, /SES sends 50000 mails a day.*Set it to 40000/],
  [
    "a missing rule set",
    { DescribeReceiptRuleSet: new AwsRefusal("RuleSetDoesNotExist") },
    { ruleSet: "company-rules" },
    /no receipt rule set "company-rules".*Set ruleSet to "our-rules"/,
  ],
  [
    "a domain that another stack uses",
    { ListStackResources: xml({ StackResourceSummaries: [] }), DescribeActiveReceiptRuleSet: "" },
    {},
    /knows the domain agents.example.com.*delete-email-identity/,
  ],
  ["a running deployment", { DescribeStacks: stackOf("UPDATE_IN_PROGRESS") }, {}, /at work.*Wait/],
  ["a stuck stack", { DescribeStacks: stackOf("UPDATE_ROLLBACK_FAILED") }, {}, /stuck.*npx cdk rollback Latchkey/],
  ["a half-deleted stack", { DescribeStacks: stackOf("DELETE_FAILED") }, {}, /half deleted.*CloudFormation console/],
  [
    "a certificate that is not issued yet",
    { DescribeCertificate: { Certificate: { Status: "PENDING_VALIDATION" } } },
    web(),
    /PENDING_VALIDATION.*record/,
  ],
  [
    "a certificate for another domain",
    { DescribeCertificate: { Certificate: { Status: "ISSUED", DomainName: "*.example.org" } } },
    web(),
    /for \*.example.org, and not for app.example.com/,
  ],
  [
    "no certificate",
    { DescribeCertificate: new AwsRefusal("ResourceNotFoundException") },
    web(),
    /no certificate webCertificate/,
  ],
  [
    "no secret",
    { DescribeSecret: new AwsRefusal("ResourceNotFoundException") },
    platform(),
    /no secret team-key.*create-secret --name team-key/,
  ],
];

function web() {
  return { webDomain: "app.example.com", webCertificate: "arn:aws:acm:us-east-1:123456789012:certificate/a" };
}

function platform() {
  const key = { platformKeySecretName: "team-key", platformProvider: "openai" };
  return { ...key, platformModel: "gpt-4", platformMailsPerMonth: "10" };
}

test.each(IN_THE_WAY)("%s stops the deployment with one sentence", async (_, answers, given, sentence) => {
  Object.assign(operator().answers, healthyAccount(), answers);
  expect(await run({}, given)).toBe(1);
  const stops = operator().said.filter((line) => line.startsWith("STOP"));
  expect(stops).toEqual([expect.stringMatching(sentence)]);
  expect(operator().cdkRuns).toEqual([]);
});

test("a Region where SES receives no mail stops the deployment, unless the settings allow it", async () => {
  Object.assign(operator().answers, healthyAccount());
  process.env["AWS_REGION"] = "eu-south-2";
  const elsewhere = {
    ...operator(),
    deps: { ...operator().deps, aws: (await import("../../../infra/operator/clients.ts")).awsClients() },
  };
  expect(await run({}, {}, elsewhere)).toBe(1);
  expect(operator().said).toContainEqual(expect.stringMatching(/^STOP.*eu-south-2.*AWS_REGION.*anyRegion/));
  expect(await run({}, { anyRegion: "true" }, elsewhere)).toBe(0);
});

test("the first deployment can be undone, the second turns on deletion protection, and Cognito mails codes until SES has verified the domain", async () => {
  Object.assign(operator().answers, newAccount(), healthyBootstrap());
  // The stack exists once the CDK has run.
  operator().answers["DescribeStacks"] = () =>
    operator().cdkRuns.length === 0 ? noStack : stackOf("CREATE_COMPLETE", { WebUrl: "https://d1.cloudfront.net" });
  operator().answers["ListStackResources"] = healthyAccount()["ListStackResources"] ?? "";
  expect(await run({}, { maxInvocations: "2" })).toBe(0);
  const usual = ["-c", "stage=default", "-c", "cognitoMail=cognito"];
  const always = ["deploy", "Latchkey", "--require-approval", "never", ...usual];
  expect(operator().cdkRuns).toEqual([[...always, "-c", "latchkey:phase=first"], always]);
});

function healthyBootstrap() {
  return { GetParameter: { Parameter: { Value: "29" } } };
}

test("after a deployment the steps left to do by hand are listed in order", async () => {
  Object.assign(operator().answers, healthyAccount({ WebUrl: "https://d1.cloudfront.net" }), {
    "GET /v2/email/account": {
      ProductionAccessEnabled: false,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 200 },
    },
    [`GET /v2/email/identities/${DOMAIN}`]: { VerifiedForSendingStatus: false, DkimAttributes: { Tokens: TOKENS } },
    ListSubscriptionsByTopic: xml({
      Subscriptions: [{ Endpoint: "ops@example.com", SubscriptionArn: "PendingConfirmation" }],
    }),
    "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 10 } },
  });
  operator().zone["_dmarc.agents.example.com TXT"] = ["v=DMARC1; p=reject"];
  operator().zone["agents.example.com MX"] = ["10 mx.elsewhere.example"];
  expect(await run({}, { alarmAddress: "ops@example.com", maxInvocations: "2" })).toBe(0);
  const left = operator().said.filter((line) => /^\d+\. /.test(line));
  expect(left).toEqual([
    "1. Set this DNS record: agents.example.com MX 10 inbound-smtp.eu-west-1.amazonaws.com; now it says 10 mx.elsewhere.example",
    ...TOKENS.map(
      (token, index) =>
        `${index + 2}. Set this DNS record: ${token}._domainkey.agents.example.com CNAME ${token}.dkim.amazonses.com`,
    ),
    "5. Set this DNS record: bounce.agents.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com",
    '6. Set this DNS record: bounce.agents.example.com TXT "v=spf1 include:amazonses.com ~all"',
    expect.stringMatching(/^7\. SES has not verified agents.example.com yet.*npm run deploy again/),
    expect.stringMatching(/^8\. SES is in its sandbox.*production access/),
    expect.stringMatching(/^9\. Confirm the mail .* at ops@example.com/),
    expect.stringMatching(/^10\. This account runs 10 Lambdas at once.*Service Quotas/),
  ]);
  expect(operator().said.at(-1)).toBe("The web app: https://d1.cloudfront.net");
});

test("with --diff nothing is deployed", async () => {
  Object.assign(operator().answers, healthyAccount());
  expect(await run({ diff: true })).toBe(0);
  expect(operator().cdkRuns).toEqual([["diff", "Latchkey", "--method", "template", "-c", "stage=default"]]);
});

test("changed settings are listed with their old and new values, so that none is forgotten", async () => {
  const Settings = JSON.stringify({ ...operator().stage().settings, hostedZone: "example.com", batchSize: 4 });
  Object.assign(operator().answers, healthyAccount({ Settings }));
  expect(await run()).toBe(0);
  expect(operator().said.filter((line) => /The setting /.test(line))).toEqual([
    "note   The setting batchSize changes: 4 becomes 10",
    'note   The setting hostedZone changes: "example.com" becomes not set',
  ]);
});

test("a check that AWS refuses is reported and does not stop the deployment", async () => {
  Object.assign(operator().answers, healthyAccount());
  delete operator().answers["GET /v2/email/account"];
  expect(await run()).toBe(0);
  expect(operator().said).toContainEqual(
    expect.stringMatching(/^\? {6}SES's account could not be looked at: AccessDenied/),
  );
});

test("it takes the options that its help lists", () => {
  expect(readArguments(["--help"])).toBeUndefined();
  const given = ["--stage", "test", "--diff", "-c", "batchSize=5", "--yes", "--anew"];
  expect(readArguments(given)).toEqual({ stage: "test", diff: true, settings: ["batchSize=5"], anew: true, yes: true });
  expect(() => readArguments(["--dif"])).toThrow(/--dif/);
});
