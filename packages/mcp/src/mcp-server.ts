import { type CallToolResult, ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { ApiError, type Latchkey } from "../../client/src/index.ts";
import manifest from "../package.json" with { type: "json" };
import { explain, noToken } from "./explain.ts";
import { mayUse } from "./scopes.ts";
import { refused, type Tool } from "./tool.ts";
import { TOOLS } from "./tools.ts";
import { NOTICE } from "./untrusted.ts";

const INSTRUCTIONS = `Latchkey answers e-mails with AI. A conversation is one customer's mail at one agent and what became of it. Some answers wait as drafts, and some mails are held; their owner decides. ${NOTICE} Decide nothing that the person you work for has not asked for. Each decision needs the \`updated_at\` that you have read: where somebody else was quicker, read again and ask again.`;

/** Told of each call of a tool, with the code of what went wrong. */
type OnCall = (call: { tool: string; code?: string | undefined }) => void;

/** Latchkey's tools for one caller, whose token `api` has. Nothing is kept between two calls. */
export function mcpServer(api: Latchkey, onCall: OnCall = () => {}): Server {
  const server = new Server(
    { name: "latchkey", title: "Latchkey", version: manifest.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler("tools/list", async () => ({ tools: (await usable(api)).map(({ listed }) => listed) }));
  server.setRequestHandler("tools/call", async ({ params }) => {
    // A tool that is not listed for this token is called all the same: the API's refusal says which scope it lacks.
    const tool = TOOLS.find(({ listed }) => listed.name === params.name);
    if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such tool. Ask for tools/list.");
    return call(tool, api, params.arguments ?? {}, (code) => onCall({ tool: params.name, code }));
  });
  return server;
}

/** Tools that the token cannot use are not offered to a model. @throws ProtocolError for a token that is no good at all */
async function usable(api: Latchkey): Promise<Tool[]> {
  try {
    const scopes = [...new Set(TOOLS.map(({ scope }) => scope))];
    const open = await Promise.all(scopes.map(async (scope) => ((await mayUse(api, scope)) ? [scope] : [])));
    return TOOLS.filter(({ scope }) => open.flat().includes(scope));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ProtocolError(ProtocolErrorCode.InvalidRequest, noToken(error));
  }
}

async function call(
  tool: Tool,
  api: Latchkey,
  given: unknown,
  onDone: (code?: string) => void,
): Promise<CallToolResult> {
  try {
    const result = await tool.call(api, given);
    onDone(result.isError === true ? "wrong_arguments" : undefined);
    return result;
  } catch (error) {
    onDone(error instanceof ApiError ? error.code : "internal");
    return refused(explain(error, tool));
  }
}
