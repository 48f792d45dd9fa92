#!/bin/sh
# The founding story through two clients that others' tools generate from docs/openapi.json: openapi-typescript with
# openapi-fetch, and @hey-api/openapi-ts. They are installed into a temporary folder, so the project does not carry them.
# Needs cdk.out (npm run synth), and a registry for npm. Redocly CLI and Spectral check the document on the way.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH="$root/node_modules/.bin:$PATH"
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cp "$root/.npmrc" "$work/"
cp "$root/docs/openapi.json" "$root/tests/clients/package.json" "$root/tests/clients/story.ts" "$root/tests/clients/fetch.ts" "$root/tests/clients/hey.ts" "$work/"
cd "$work"
npm install --no-audit --no-fund --ignore-scripts > install.log 2>&1
echo "== Redocly CLI" && npx redocly lint openapi.json 2>&1 | tail -2
echo 'extends: ["spectral:oas"]' > .spectral.yaml
echo "== Spectral" && npx spectral lint --fail-severity=error openapi.json | tail -2
npx openapi-typescript openapi.json -o generated/types.ts > generate.log
npx openapi-ts -i openapi.json -o generated/hey -c @hey-api/client-fetch >> generate.log 2>&1
npx tsc --noEmit --strict --module esnext --moduleResolution bundler --target es2023 --lib es2023,dom --skipLibCheck --allowImportingTsExtensions fetch.ts hey.ts
npx esbuild fetch.ts hey.ts --bundle --platform=node --format=esm --out-extension:.js=.mjs --outdir=built --log-level=error
node "$root/tests/clients/serve.ts" "$work/built/fetch.mjs" "$work/built/hey.mjs"
