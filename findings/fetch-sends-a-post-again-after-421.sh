#!/bin/sh
# fetch sends a POST a second time by itself when the server answers 421.
#
# Package:   undici 7.29.1 (npm), the version that Node 24.21 carries as fetch, on 2026-11-28
# Behaviour: after a 421 (Misdirected Request) fetch sends the request again on a new connection, body and all, and hands out the second
#            answer. No option turns that off, and the caller sees one call.
# Seen:      calls of fetch: 1
#            requests at the server: "one call" "one call"
#            the caller sees: 421
# Why care:  a client that promises to ask a paid provider once asks twice. Count requests at the server, not calls of fetch, and treat
#            a 421 as surely not charged only because it refuses the request unread.
#
# Needs: node (20 or later) and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" undici@7.29.1 >/dev/null

cat >post.mjs <<'JS'
import { createServer } from "node:http";
import { fetch } from "undici";

const bodies = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  bodies.push(JSON.stringify(body));
  response.writeHead(421).end();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { status } = await fetch(`http://127.0.0.1:${server.address().port}`, { method: "POST", body: "one call" });
console.log("calls of fetch: 1");
console.log(`requests at the server: ${bodies.join(" ")}`);
console.log(`the caller sees: ${status}`);
server.closeAllConnections();
server.close();
JS
seen=$(node post.mjs)
echo "$seen"
[ "$seen" = 'calls of fetch: 1
requests at the server: "one call" "one call"
the caller sees: 421' ]
