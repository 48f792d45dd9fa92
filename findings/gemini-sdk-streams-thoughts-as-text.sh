#!/bin/sh
# Google's Gemini SDK forgets, in a streamed answer's summary, which parts were the model's thoughts.
#
# Package:   @google/generative-ai 0.24.1 (npm), on 2026-11-28
# Behaviour: each chunk of generateContentStream keeps `thought: true` on a part; `response`, which puts the chunks together, drops the
#            mark, and its text() is thoughts and answer in one.
# Seen:      chunks: thought=true "They ask for the hours. " | thought=undefined "We open at nine."
#            response: thought=undefined "They ask for the hours. " + thought=undefined "We open at nine."
# Why care:  an agent that mails response.text() mails what the model thought about the sender. Put the chunks together yourself.
#
# Needs: node and npm. Exits with 1 where the behaviour has changed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @google/generative-ai@0.24.1 >/dev/null

cat >stream.mjs <<'JS'
import { createServer } from "node:http";
import { GoogleGenerativeAI } from "@google/generative-ai";

const chunk = (part, end) =>
  `data: ${JSON.stringify({ candidates: [{ content: { role: "model", parts: [part] }, ...end, index: 0 }] })}\r\n\r\n`;
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ text: "They ask for the hours. ", thought: true }, {}));
  response.end(chunk({ text: "We open at nine." }, { finishReason: "STOP" }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseUrl = `http://127.0.0.1:${server.address().port}`;
const model = new GoogleGenerativeAI("not-a-key").getGenerativeModel({ model: "gemini-2.5-flash" }, { baseUrl });
const { stream, response } = await model.generateContentStream("When do you open?");
const tell = ({ candidates }) =>
  candidates[0].content.parts.map(({ thought, text }) => `thought=${thought} ${JSON.stringify(text)}`).join(" + ");
const chunks = [];
for await (const each of stream) chunks.push(tell(each));
console.log(`chunks: ${chunks.join(" | ")}`);
console.log(`response: ${tell(await response)}`);
server.close();
JS
seen=$(node stream.mjs)
echo "$seen"
[ "$seen" = 'chunks: thought=true "They ask for the hours. " | thought=undefined "We open at nine."
response: thought=undefined "They ask for the hours. " + thought=undefined "We open at nine."' ]
