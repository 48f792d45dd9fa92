import { expect, it, test } from "vitest";
import { explainNotKey } from "../../../shared/ai-configs/explain-not-key.ts";
import { readKey } from "../../../shared/ai-configs/read-key.ts";
import { patchConfigBody } from "../../../shared/api/ai-config-schemas.ts";
import { REGISTRY } from "../../../shared/providers/registry.ts";

const KEY = "sk-proj-Ab3dEf6hIj9lMn2pQr5tUv8xYz1b_4De7gHi-kLm3oPq6sTu9wX";

const AROUND = {
  blanks: `  ${KEY}\t\n`,
  "double quotes": `"${KEY}"`,
  "single quotes": `'${KEY}'`,
  "curly quotes": `“${KEY}”`,
  "half of the quotes": `${KEY}"`,
  backticks: `\`${KEY}\``,
  "a block of Markdown": `\`\`\`\n${KEY}\n\`\`\``,
  "angle brackets": `<${KEY}>`,
  brackets: `[${KEY}]`,
  "a comma": `${KEY},`,
  "a semicolon": `"${KEY}";`,
  "a line of .env": `OPENAI_API_KEY=${KEY}`,
  "a line of .env with quotes and blanks": `OPENAI_API_KEY = "${KEY}" `,
  "more lines of .env": `OPENAI_API_KEY=${KEY}\nOPENAI_ORG=org-1234\n`,
  "a shell's export": `export OPENAI_API_KEY='${KEY}'`,
  "a shell of Windows": `set OPENAI_API_KEY=${KEY}`,
  PowerShell: `$env:OPENAI_API_KEY="${KEY}"`,
  "a program": `const apiKey = "${KEY}";`,
  "a client of JavaScript": `new OpenAI({ apiKey: "${KEY}" })`,
  "a client of Python": `client = OpenAI(api_key="${KEY}")`,
  JSON: `{"apiKey": "${KEY}"}`,
  "a field of JSON": `"apiKey": "${KEY}",`,
  "JSON with more fields": `{"apiKey":"${KEY}","model":"gpt-4o"}`,
  YAML: `api_key: ${KEY}`,
  "a scheme": `Bearer ${KEY}`,
  "a header": `Authorization: Bearer ${KEY}`,
  "another header": `x-api-key: ${KEY}`,
  "a header in quotes": `-H "Authorization: Bearer ${KEY}"`,
  "words before it": `My OpenAI API key: ${KEY}`,
  "words around it": `Here is ${KEY} thanks.`,
  "an address with it": `https://api.example/v1?key=${KEY}&alt=json`,
  "zero-width characters": `\u200b${KEY.slice(0, 9)}\u200d${KEY.slice(9)}\u2060`,
  "a byte order mark": `\ufeff${KEY}`,
  "a no-break space": `\u00a0${KEY}\u00a0`,
  "soft hyphens": `${KEY.slice(0, 20)}\u00ad${KEY.slice(20)}`,
  "bidi controls": `\u202a${KEY}\u202c`,
  "line breaks within": `${KEY.slice(0, 24)}\r\n  ${KEY.slice(24, 48)}\n${KEY.slice(48)}`,
  "hyphens of a word processor": KEY.replaceAll("-", "\u2011"),
  "dashes of a chat": KEY.replaceAll("-", "–"),
};

it.each(Object.entries(AROUND))("takes off %s", (_, pasted) => {
  expect(readKey(pasted)).toBe(KEY);
  expect(explainNotKey(pasted)).toBeUndefined();
  expect(patchConfigBody.parse({ apiKey: pasted })).toEqual({ apiKey: KEY });
});

// Forms that nobody knows yet, and signs that keys of others hold.
it.each([
  ...REGISTRY.map(({ key }) => key.demo),
  "0123456789abcdef0123456789abcdef",
  "c2VjcmV0LWtleS13aXRoLXBhZGRpbmc9PQ==",
  "279a2e9d-83b3-c416-7e2d-f721593e42a0:fx",
  "AQ.Ab8RN6IBtV_yfcBQUcvtlZd9xQ.tN4xkqk",
  "key/with+signs~and!more#20",
])("leaves %s as it is, bare and in quotes", (key) => {
  expect([readKey(key), readKey(`"${key}"`), explainNotKey(key)]).toEqual([key, key, undefined]);
});

it.each([
  ["sk-proj-ab...", "shortened"],
  ["sk-proj-ab…", "shortened"],
  ["sk-...wXyZ", "shortened"],
  ["sk-ant-api03-abc...xyz", "shortened"],
  ["sk-••••••••wXyZ", "shortened"],
  ["sk-****************abcd", "shortened"],
  ["https://platform.openai.com/api-keys", "web address"],
  ["alice@people.example", "e-mail address"],
  ["-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----", "service account"],
  ['{"type": "service_account", "private_key_id": "abc"}', "service account"],
  ["sk-admin-0123456789abcdefghij", "admin key"],
  ["sk-ant-admin01-0123456789abcdefghij", "admin key"],
  ["sk-ant-oat01-0123456789abcdefghij", "log-in"],
  ["ya29.a0AfH6SMC0123456789", "log-in"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "log-in"],
  ["org-AbCdEfGh12345678", "the id of"],
  ["proj_AbCdEfGh12345678", "the id of"],
  ["gpt-4o-mini", "name of a model"],
  ["claude-sonnet-4-5", "name of a model"],
  ["$OPENAI_API_KEY", "a placeholder"],
  ["process.env.OPENAI_API_KEY", "a placeholder"],
  ["OPENAI_API_KEY", "a placeholder"],
  ["sk-your-key-here", "a placeholder"],
  ["YOUR_API_KEY", "a placeholder"],
  ["my key is the one from yesterday", "a text"],
  [`${KEY}\n${KEY.replace("Ab3", "Zz9")}`, "several keys"],
  ['""', "no key in this"],
  ["\u200b\u200b", "no key in this"],
])("says what %s is", (pasted, what) => {
  expect(explainNotKey(pasted)).toContain(what);
  const { error } = patchConfigBody.safeParse({ apiKey: pasted });
  expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[["apiKey"], explainNotKey(pasted)]]);
});

test("an empty field is neither a key nor an error", () => {
  for (const apiKey of ["", "  ", "\n"]) expect(patchConfigBody.parse({ apiKey })).toEqual({ apiKey: "" });
});

test("a long text is read once", () => {
  const long = [
    '"'.repeat(200_000),
    "sk-".repeat(100_000),
    "a ".repeat(100_000),
    "=".repeat(200_000),
    "\u200b".repeat(200_000),
  ];
  for (const text of long) expect(patchConfigBody.safeParse({ apiKey: text }).success).toBe(false);
});
