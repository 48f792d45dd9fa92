import { readFile } from "node:fs/promises";
import { App } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { givenSettings } from "../../infra/given-settings.ts";
import { readSettings, TAKES } from "../../infra/settings.ts";

const read = (context: Record<string, unknown>) =>
  readSettings(givenSettings(new App({ context }).node, Object.keys(TAKES)));
const mailDomain = "mail.example.com";

test("the mail domain is the only required setting", () => {
  expect(read({ mailDomain })).toEqual({
    mailDomain,
    emailConfirmation: false,
    maxInvocations: 100,
    batchSize: 10,
    repliesPerHour: 10_000,
    repliesPerDay: 40_000,
    ownerShare: 20,
    codesPerDay: 5_000,
    allowedOrigins: [],
    traces: false,
    anyRegion: false,
    ruleSet: "create",
    reservedDomains: [],
    cognitoPlan: "essentials",
    cognitoMail: "ses",
  });
});

test("text from the command line is read like a value in cdk.json", () => {
  const typed = {
    emailConfirmation: true,
    batchSize: 4,
    allowedOrigins: ["https://a.example", "http://localhost:5173"],
  };
  const text = {
    emailConfirmation: "true",
    batchSize: "4",
    allowedOrigins: "https://a.example, http://localhost:5173",
  };
  expect(read({ mailDomain, ...text })).toEqual(read({ mailDomain, ...typed }));
});

test.each([
  ["mailDomain", undefined, "is not set"],
  ["mailDomain", "Mail.example.com", 'is "Mail.example.com"'],
  ["mailDomain", "localhost", 'is "localhost"'],
  ["mailDomain", "bob@example.com", 'is "bob@example.com"'],
  ["hostedZone", "other.example", 'is "other.example"'],
  ["hostedZone", "ample.com", 'is "ample.com"'],
  ["hostedZone", "", 'is ""'],
  ["emailConfirmation", "yes", 'is "yes"'],
  ["batchSize", 11, "is 11"],
  ["batchSize", "0", 'is "0"'],
  ["batchSize", "2.5", 'is "2.5"'],
  ["batchSize", "", 'is ""'],
  ["repliesPerHour", 0, "is 0"],
  ["repliesPerDay", "1e9", 'is "1e9"'],
  ["ownerShare", 101, "is 101"],
  ["allowedOrigins", "*", 'is "*"'],
  ["allowedOrigins", "https://app.example.com/", 'is "https://app.example.com/"'],
  ["maxInvocations", 1, "is 1"],
  ["maxInvocations", "1001", 'is "1001"'],
  ["webDomain", "https://app.example.com", 'is "https://app.example.com"'],
  [
    "webCertificate",
    "arn:aws:acm:eu-west-1:123456789012:certificate/a",
    'is "arn:aws:acm:eu-west-1:123456789012:certificate/a"',
  ],
  ["alarmAddress", "ops", 'is "ops"'],
  ["operatorAddress", "ops", 'is "ops"'],
  ["operatorAddress", "ops@mail.example.com", 'is "ops@mail.example.com"'],
  ["anyRegion", "mars", 'is "mars"'],
  ["ruleSet", "a b", 'is "a b"'],
  ["cognitoPlan", "lite", 'is "lite"'],
  ["cognitoMail", "smtp", 'is "smtp"'],
])("%s = %j is refused with the name of the setting and its allowed values", (name, value, says) => {
  const refused = () => read({ mailDomain, [name]: value });
  expect(refused).toThrow(`The setting ${name} ${says}; it takes `);
  expect(refused).toThrow(`-c ${name}=`);
});

test("a zone is given by its id, or by the name of the mail domain or a parent of it", () => {
  for (const hostedZone of ["Z0123456789ABCDEFGHIJ", "example.com", mailDomain]) {
    expect(read({ mailDomain, hostedZone }).hostedZone).toBe(hostedZone);
  }
});

test("all invalid settings are reported together", () => {
  const refused = () => read({ mailDomain: "x", batchSize: 0 });
  expect(refused).toThrow(/The setting mailDomain .*\nThe setting batchSize /);
});

const platform = {
  platformKeySecretName: "latchkey/platform",
  platformProvider: "gemini",
  platformModel: "gemini-2.5-flash",
  platformMailsPerMonth: "20",
};

test("a platform key needs its four settings together, and each missing one is named", () => {
  expect(read({ mailDomain, ...platform })).toMatchObject({ ...platform, platformMailsPerMonth: 20 });
  for (const name of Object.keys(platform)) {
    const refused = () => read({ mailDomain, ...platform, [name]: undefined });
    expect(refused).toThrow(`The setting ${name} is not set; it takes `);
  }
});

test.each([
  ["platformKeySecretName", "a secret"],
  ["platformProvider", "mistral"],
  ["platformModel", "gpt 5"],
  ["platformMailsPerMonth", 0],
  ["platformMailsPerMonth", "many"],
])("%s = %j is refused", (name, value) => {
  expect(() => read({ mailDomain, ...platform, [name]: value })).toThrow(`The setting ${name} is `);
});

test("the table in docs/deploy.md has every setting, its allowed values and its default", async () => {
  const page = await readFile(new URL("../../docs/deploy.md", import.meta.url), "utf8");
  const plain = page.replaceAll(/<!-- \/?provider-ids -->/g, "");
  const [, table = ""] = plain.split(/^\| setting +\| takes +\| default +\|\n.*\n/m);
  const [rows = ""] = table.split("\n\n");
  const cells = rows.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
  const defaults = new Map(Object.entries(read({ mailDomain })).filter(([name]) => name !== "mailDomain"));
  const expected = Object.entries(TAKES).map(([name, takes]) => {
    return ["", `\`${name}\``, takes, String(defaults.get(name) ?? ""), ""];
  });
  expect(cells).toEqual(expected);
});
