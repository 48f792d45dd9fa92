#!/usr/bin/env node
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { latchkey } from "../../client/src/index.ts";
import { mcpServer } from "./mcp-server.ts";

const USAGE =
  "Set LATCHKEY_URL (https://latchkey.example.com; plain HTTP only for this machine) and LATCHKEY_TOKEN (an API token, lk_...).";

/** `latchkey-mcp`: a client starts it and speaks to it by its standard input and output. Anything else goes to stderr. */
function start({ LATCHKEY_URL: url = "", LATCHKEY_TOKEN: token = "" }: NodeJS.ProcessEnv): void {
  if (!isSafe(url) || token === "") {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const api = latchkey({ url, token });
  serveStdio(() => mcpServer(api));
}

/** The token goes there with each call, so that nobody on the way may read it. */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  const here = ["localhost", "127.0.0.1", "[::1]"];
  return url?.protocol === "https:" || (url?.protocol === "http:" && here.includes(url.hostname));
}

start(process.env);
