#!/bin/sh
# The official MCP client of version 1 throws away why a tool failed when the failure has structured content.
#
# Package:   @modelcontextprotocol/sdk 1.32.2 (npm), on 2026-11-29; @modelcontextprotocol/client 2.4.0 does not do it
# Behaviour: once tools/list was asked, callTool() checks `structuredContent` against the tool's output schema also where
#            the result has `isError: true`, and throws -32602 in place of handing out the result. The same call before
#            tools/list goes through.
# Seen:      before tools/list: isError, "Somebody else has changed this draft. Read it again."
#            after tools/list:  McpError -32602: Structured content does not match the tool's output schema
# Why care:  a server that adds a code to its refusals (`{ "code": "conflict" }`) looks fine in a quick test. In a host that
#            lists tools first, the model reads of a broken schema in place of the reason, and tries again. Give failures
#            their words as text, and structured content to successes alone.
#
# Needs: node (20 or later) and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @modelcontextprotocol/sdk@1.32.2 zod@4.6.7 >/dev/null

cat >call.mjs <<'JS'
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const server = new Server({ name: "server", version: "1" }, { capabilities: { tools: {} } });
const outputSchema = { type: "object", properties: { state: { type: "string" } }, required: ["state"] };
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: "approve", inputSchema: { type: "object" }, outputSchema }],
}));
server.setRequestHandler(CallToolRequestSchema, async () => ({
  isError: true,
  content: [{ type: "text", text: "Somebody else has changed this draft. Read it again." }],
  structuredContent: { code: "conflict" },
}));
const [one, other] = InMemoryTransport.createLinkedPair();
const client = new Client({ name: "client", version: "1" });
await Promise.all([server.connect(one), client.connect(other)]);
const call = async () => {
  try {
    const { isError, content } = await client.callTool({ name: "approve", arguments: {} });
    return `${isError ? "isError" : "ok"}, "${content[0].text}"`;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
console.log(`before tools/list: ${await call()}`);
await client.listTools();
console.log(`after tools/list:  ${await call()}`);
await client.close();
JS
seen=$(node call.mjs)
echo "$seen"
echo "$seen" | grep -q 'before tools/list: isError, "Somebody else' &&
  echo "$seen" | grep -q "after tools/list:  McpError -32602: .*does not match the tool's output schema"
