import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { GetObjectCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { MAX_MAIL } from "../../../local/mail/max-mail.ts";
import { clientsOf, destroy } from "../../../local/resources/clients.ts";
import { withStack } from "../../support/stack.ts";
import { smallTemplate } from "../fixtures/template.ts";

const stack = withStack({ template: smallTemplate() });

test("a mail by SMTP takes the same path as one posted over HTTP", async () => {
  const id = await stack().sendMail({ from: "alice@example.com", to: "a@agents.test", subject: "by SMTP", text: "Hi" });
  expect(id).toMatch(/^[a-z0-9]{40}$/);
  expect(await stack().waitForRun(id, (runs) => runs.length > 0)).toMatchObject([{ agent_id: "a@agents.test" }]);
});

test("a bounce's empty sender, an unknown recipient and another domain are all accepted", async () => {
  const to = ["nobody@agents.test", "x@other.test"];
  const id = await stack().sendMail({ envelope: { from: "", to }, subject: "bounce", text: "Hi" });
  expect(await stack().waitForRun(id, (runs) => runs.length > 0)).toMatchObject([{ agent_id: "nobody@agents.test" }]);
});

test("a mail of exactly the maximum size is accepted by SMTP and HTTP, and both refuse one more byte", async () => {
  const head = "From: alice@example.com\r\nSubject: large\r\n\r\n";
  const line = "a long line of text\r\n";
  const largest = (head + line.repeat(MAX_MAIL / line.length)).slice(0, MAX_MAIL - 2).concat("\r\n");
  const envelope = { from: "alice@example.com", to: "a@agents.test" };
  expect(largest).toHaveLength(MAX_MAIL);
  const ids = [await stack().sendMail({ envelope, raw: largest }), await stack().handIn(largest, envelope)];
  const clients = clientsOf(stack().aws, stack().aws.admin);
  const { Buckets = [] } = await clients.s3.send(new ListBucketsCommand({}));
  for (const id of ids) {
    await stack().waitForRun(id, (runs) => runs.length > 0);
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket: Buckets[0]?.Name, Key: `inbound/${id}` }));
    expect((await Body?.transformToString())?.endsWith(largest)).toBe(true);
  }
  destroy(clients);
  const larger = `${largest}x`;
  await expect(stack().sendMail({ envelope, raw: larger })).rejects.toThrow("552 The mail is larger than 40 MB.");
  const answer = await stack().api("POST", "/_local/mail?to=a@agents.test", { body: larger });
  expect(answer).toMatchObject({ status: 413, json: { message: "The mail is larger than 40 MB." } });
});

test("the server announces its limit of 40 MB and offers neither log-in nor TLS", async () => {
  const socket = connect(stack().smtpPort, "127.0.0.1");
  await once(socket, "readable"); // The server rejects a client that sends before the banner.
  socket.write("EHLO test\r\nQUIT\r\n");
  const said = await text(socket);
  expect(said).toMatch(/SIZE 41943040/);
  expect(said).not.toMatch(/AUTH|STARTTLS/);
});
