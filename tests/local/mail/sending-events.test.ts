import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { SNSClient } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { readBody } from "../../../local/http/read-body.ts";
import { publishEvents } from "../../../local/mail/sending-events.ts";

/** An SNS that only records the published messages. */
let published: unknown[];
let server: Server;
let sns: SNSClient;
beforeEach(async () => {
  published = [];
  server = createServer(async (request, response) => {
    const form = new URLSearchParams((await readBody(request)).toString());
    published.push(JSON.parse(form.get("Message") ?? "null"));
    response.setHeader("content-type", "text/xml");
    response.end(
      `<PublishResponse><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult></PublishResponse>`,
    );
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  sns = new SNSClient({ endpoint, region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
});
afterEach(async () => {
  sns.destroy();
  await closeServer(server);
});

const mail = {
  ses_message_id: "0100-abc",
  from: "Support <support@agents.test>",
  to: ["carol@example.org"],
  raw: "From: support@agents.test\r\nSubject: Re: hi\r\n\r\nHello",
  tags: { user_id: "alice", run_id: "r1" },
  configuration_set: "Set",
  sent_at: new Date().toISOString(),
};
const destination = {
  configurationSet: "Set",
  topicArn: "arn:aws:sns:us-east-1:000000000000:T",
  types: ["send", "delivery"],
};

test("a mail is first sent and then delivered, each with the tags of the call as lists", async () => {
  await publishEvents(mail, [destination], sns);
  const tags = { user_id: ["alice"], run_id: ["r1"], "ses:configuration-set": ["Set"] };
  const about = {
    messageId: "0100-abc",
    destination: ["carol@example.org"],
    tags,
    commonHeaders: { subject: "Re: hi" },
  };
  expect(published).toMatchObject([
    { eventType: "Send", mail: about, send: {} },
    { eventType: "Delivery", mail: about, delivery: { recipients: ["carol@example.org"] } },
  ]);
});

test("only the destination's chosen events of its own configuration set are published", async () => {
  await publishEvents(mail, [{ ...destination, types: ["bounce", "send"] }], sns);
  await publishEvents({ ...mail, configuration_set: undefined }, [destination], sns);
  expect(published).toMatchObject([{ eventType: "Send" }]);
});
