import { readFile } from "node:fs/promises";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LatchkeyError } from "../../../shared/errors.ts";
import { markdownTable } from "../../support/markdown-table.ts";
import { ask } from "../../support/providers/calls.ts";
import { anthropicText, geminiText, openAIText } from "../../support/providers/fault-bodies.ts";
import { type Fault, type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

/** Faults come from a mock that others maintain where it can produce them, and otherwise from the fault server. */
const mock = new LLMock({ port: 0 });
let server: FaultServer;
let target = "";
const net = redirectProviders(() => target);
beforeAll(async () => {
  [server] = await Promise.all([startFaultServer(), mock.start()]);
});
afterAll(async () => {
  net.restore();
  await Promise.all([server.stop(), mock.stop()]);
});

/** The protocols: a provider that uses another's protocol behaves as in its column. */
const SHOWN = ["openai", "gemini", "anthropic"] as const;
type Shown = (typeof SHOWN)[number];

type ByMock = { mock: () => void };
type ByServer = { server: Record<Shown, Fault> };
const status = (code: number, retryAfter?: number): ByMock => ({
  mock: () => {
    const error = { message: "no", type: "an_error" };
    mock.onMessage(/hello/, { error, status: code, ...(retryAfter !== undefined && { retryAfter }) });
  },
});
const says = (content: string, more: object = {}): ByMock => ({
  mock: () => {
    mock.onMessage(/hello/, { content, ...more });
  },
});
const chaos = (kind: object): ByMock => ({
  mock: () => {
    mock.onMessage(/hello/, { content: "Good morning." }, { chaos: kind });
  },
});

const all = (fault: Fault): ByServer => ({ server: { openai: fault, gemini: fault, anthropic: fault } });

const FAULTS: [name: string, fault: ByMock | ByServer][] = [
  ["400", status(400)],
  ["401", status(401)],
  ["403", status(403)],
  ["404", status(404)],
  ["429 without Retry-After", all({ status: 429, body: {} })],
  ["429 with Retry-After: 7", status(429, 7)],
  ["500", status(500)],
  ["529", status(529)],
  ["a hang", all("hang")],
  ["a cut connection", chaos({ disconnectRate: 1 })],
  ["malformed JSON", chaos({ malformedRate: 1 })],
  ["an empty answer", says(" \n")],
  [
    "a refusal",
    {
      server: {
        openai: openAIText({ content: null, refusal: "I cannot help with that." }, "stop"),
        gemini: geminiText({ candidates: [{ finishReason: "SAFETY", index: 0 }] }),
        anthropic: anthropicText([{ type: "text", text: "I can" }], "refusal"),
      },
    },
  ],
  ["a stop at the length", says("Good mor", { finishReason: "length" })],
];

async function outcome(provider: Shown, fault: ByMock | ByServer): Promise<string> {
  mock.reset();
  if ("mock" in fault) fault.mock();
  else server.say(fault.server[provider]);
  target = "mock" in fault ? mock.url : server.url;
  try {
    const { stop } = await ask(provider, { signal: AbortSignal.timeout("mock" in fault ? 20_000 : 1_000) });
    return `the answer, and \`${stop}\``;
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error;
    return error.retryAfter === undefined ? error.code : `${error.code}, ${error.retryAfter} s`;
  }
}

test("the page of failures shows the code for each provider's fault", async () => {
  const rows: string[][] = [];
  for (const [name, fault] of FAULTS) {
    const cells: string[] = [];
    for (const provider of SHOWN) cells.push(await outcome(provider, fault));
    rows.push([name, ...cells]);
  }
  const table = markdownTable(["fault", "OpenAI", "Gemini", "Anthropic"], rows);
  expect(await readFile("docs/failures.md", "utf8")).toContain(table);
});
