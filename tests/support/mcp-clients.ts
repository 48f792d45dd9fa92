import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod";
import { MCP } from "../../packages/build.ts";

/** The two eras of the protocol, as the official client speaks them. */
export const ERAS = ["legacy", { pin: "2026-07-28" }] as const;
export type Era = (typeof ERAS)[number];

export type Caller = { url: string; token: string };

const made = (mode: Era) => new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });

/** The official client at `/api/mcp`. */
export async function overHttp({ url, token }: Caller, mode: Era): Promise<Client> {
  const client = made(mode);
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL("/api/mcp", url), { requestInit }));
  return client;
}

/** The official client with the built `latchkey-mcp` as its child process. */
export async function overStdio({ url, token }: Caller, mode: Era): Promise<Client> {
  const client = made(mode);
  const env = { LATCHKEY_URL: url, LATCHKEY_TOKEN: token };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [MCP], env }));
  return client;
}

const result = z.object({
  isError: z.boolean().default(false),
  structuredContent: z.unknown().optional(),
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
});

/** One call of a tool. The client checks what comes back against the tool's own output schema. */
export async function callTool(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { isError, structuredContent, content } = result.parse(await client.callTool({ name, arguments: args }));
  return { isError, text: content[0].text, structured: structuredContent };
}
