import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { SESClient } from "@aws-sdk/client-ses";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeReplyOf } from "../../../../functions/agent-runner/send/compose-reply.ts";
import { sendOnce } from "../../../../functions/agent-runner/send/send-once.ts";
import { closeServer, listen } from "../../../../local/http/listen.ts";
import { someAgent } from "../../../support/agents.ts";
import { EVIL_TEXTS } from "../../../support/evil-texts.ts";
import { elsewhere, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { answer, read, someRun } from "../../../support/runs.ts";

let world: RunnerWorld;
let ses: SESClient;
/** The requests to SES, in its query protocol. */
const asked: URLSearchParams[] = [];
const server = createServer(async (request, response) => {
  asked.push(new URLSearchParams(await text(request)));
  response.writeHead(SES_SENDS.status, SES_SENDS.headers).end(SES_SENDS.body);
});
beforeAll(async () => {
  world = await startRunnerWorld();
  ses = new SESClient(elsewhere(`http://127.0.0.1:${await listen(server, 0)}`));
});
afterAll(() => Promise.all([world.stop(), closeServer(server)]));

test("SES gets one recipient, our configuration set, and tags with only our own ids", async () => {
  const run = someRun({
    ...read,
    answer,
    user_id: "0f8fad5b-d9cb-469f-a165-70867728950e",
    run_id: "20261123120000000-ab12",
  });
  const agent = someAgent();
  const { outgoing } = await composeReplyOf({ run, agent }, world.deps);
  const sent = await sendOnce(run, outgoing, { ...world.deps, ses });
  expect(sent).toEqual({ outcome: "sent", messageId: "out-1" });
  expect(asked).toHaveLength(1);
  const { "RawMessage.Data": data = "", ...rest } = Object.fromEntries(asked[0] ?? []);
  expect(rest).toEqual({
    Action: "SendRawEmail",
    Version: "2010-12-01",
    Source: agent.address,
    "Destinations.member.1": read.reply.to,
    ConfigurationSetName: "replies",
    "Tags.member.1.Name": "user_id",
    "Tags.member.1.Value": run.user_id,
    "Tags.member.2.Name": "run_id",
    "Tags.member.2.Value": run.run_id,
  });
  // https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
  for (const [name, value] of Object.entries(rest))
    if (name.startsWith("Tags.")) expect(value).toMatch(/^[\w-]{1,256}$/);
  // A header of this name would be tags besides; the mail has none.
  expect(Buffer.from(data, "base64").toString("latin1")).not.toMatch(/^X-SES-/im);
});

/** What `reply-body.ts` and `answer-html.ts` write into tags. */
const OURS =
  / (?:dir="auto"|start="\d{1,9}"|style="(?:white-space:pre-wrap|overflow-wrap:anywhere;word-break:break-word)"|name="viewport" content="width=device-width")/g;

test.each(Object.entries(EVIL_TEXTS))(
  "a model that answers with %s writes the reply's text and nothing else",
  async (_, text) => {
    const headersOf = async (said: string) => {
      const run = someRun({ ...read, answer: { ...answer, text: said } });
      const { outgoing } = await composeReplyOf({ run, agent: someAgent() }, world.deps);
      const { to, raw } = outgoing;
      expect(to).toBe(read.reply.to);
      const mail = await simpleParser(raw);
      expect(mail.attachments).toEqual([]);
      // No element that acts or loads, and no attribute but those that are the same in every reply.
      const html = mail.html || "";
      expect(html).not.toMatch(/<(?:script|img|form|a|iframe|style|link|object|tool_call)\b/i);
      expect(html.replace(OURS, "")).not.toMatch(/<\w+\s+[a-z-]+\s*=/i);
      const named = mail.headerLines.filter(({ key }) => !["message-id", "date", "content-type"].includes(key));
      return named.map(({ line }) => line);
    };
    expect(await headersOf(text)).toEqual(await headersOf("At ten."));
  },
);
