#!/usr/bin/env node
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { latchkey } from "../../client/src/index.ts";
import { mcpServer } from "./mcp-server.ts";

/** `latchkey-mcp`: a client starts it and speaks to it by its standard input and output. Anything else goes to stderr. */
function start({ LATCHKEY_URL: url = "", LATCHKEY_TOKEN: token = "" }: NodeJS.ProcessEnv): void {
  if (!URL.canParse(url) || token === "") {
    console.error("Set LATCHKEY_URL (https://latchkey.example.com) and LATCHKEY_TOKEN (an API token, lk_...).");
    process.exitCode = 1;
    return;
  }
  const api = latchkey({ url, token });
  serveStdio(() => mcpServer(api));
}

start(process.env);
