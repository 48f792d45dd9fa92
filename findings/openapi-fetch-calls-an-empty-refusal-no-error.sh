#!/bin/sh
# openapi-fetch hands out neither data nor error for a refusal without a body, so that it looks like a success.
#
# Package:   openapi-fetch 0.17.0 (npm), on 2026-11-29
# Behaviour: for an answer with `Content-Length: 0` (or to HEAD) the call returns `{ error: undefined }`, whatever its status. The
#            `if (error)` of its own documentation does not see a 403, 409 or 503 of a gateway or proxy that says nothing more.
# Seen:      403 with a body:    data undefined, error "no"
#            403 without a body: data undefined, error undefined
#            204:                data undefined, error undefined
# Why care:  an approval or a deletion that was refused is taken for done: a route that answers 204 looks the same. Ask
#            `response.ok`, never `error`.
#
# Needs: node (20 or later) and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" openapi-fetch@0.17.0 >/dev/null

cat >call.mjs <<'JS'
import createClient from "openapi-fetch";

const call = async (status, body) => {
  const headers = body === null ? { "content-length": "0" } : {};
  const fetch = async () => new Response(status === 204 ? null : (body ?? ""), { status, headers });
  const { data, error } = await createClient({ baseUrl: "http://api.example", fetch }).DELETE("/drafts/1");
  return `data ${JSON.stringify(data)}, error ${JSON.stringify(error)}`;
};
console.log(`403 with a body:    ${await call(403, '"no"')}`);
console.log(`403 without a body: ${await call(403, null)}`);
console.log(`204:                ${await call(204, null)}`);
JS
seen=$(node call.mjs)
echo "$seen"
echo "$seen" | grep -q '^403 with a body:    data undefined, error "no"$' &&
  echo "$seen" | grep -q '^403 without a body: data undefined, error undefined$' &&
  echo "$seen" | grep -q '^204:                data undefined, error undefined$'
