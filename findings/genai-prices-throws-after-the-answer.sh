#!/bin/sh
# A price library throws, after the answer came, where a provider reports more cached tokens than the prompt had.
#
# Package:   @pydantic/genai-prices 0.1.8 (npm), on 2026-11-28
# Behaviour: calcPrice throws an Error where cache_read_tokens, alone or together with cache_write_tokens, are more than
#            input_tokens. It gives no price of what can be reckoned.
# Seen:      prompt 1000, read 900: a price
#            prompt 1000, read 2000: Error
#            prompt 1000, read 800, written 300: Error
# Why care:  usage is reported after the call has been paid for, and gateways and providers do report such sums. Code that reckons
#            the price before it stores the text loses the answer, asks again, and pays twice.
#
# Needs: node and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @pydantic/genai-prices@0.1.8 >/dev/null

cat >price.mjs <<'JS'
import { calcPrice } from "@pydantic/genai-prices";

const cases = [
  ["prompt 1000, read 900", { input_tokens: 1000, cache_read_tokens: 900, output_tokens: 10 }],
  ["prompt 1000, read 2000", { input_tokens: 1000, cache_read_tokens: 2000, output_tokens: 10 }],
  ["prompt 1000, read 800, written 300", { input_tokens: 1000, cache_read_tokens: 800, cache_write_tokens: 300, output_tokens: 10 }],
];
for (const [name, usage] of cases) {
  let said;
  try {
    said = calcPrice(usage, "claude-sonnet-4-5", { providerId: "anthropic" })?.total_price > 0 ? "a price" : "none";
  } catch (error) {
    said = error.constructor.name;
  }
  console.log(`${name}: ${said}`);
}
JS
seen=$(node price.mjs)
echo "$seen"
[ "$seen" = "prompt 1000, read 900: a price
prompt 1000, read 2000: Error
prompt 1000, read 800, written 300: Error" ]
