import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { withStack } from "../../support/stack.ts";
import { smallTemplate } from "../fixtures/template.ts";

const stack = withStack({ template: smallTemplate() });

test("a mail by SMTP takes the same way as one that is handed in", async () => {
  const id = await stack().sendMail({ from: "alice@example.com", to: "a@agents.test", subject: "by SMTP", text: "Hi" });
  expect(id).toMatch(/^[a-z0-9]{40}$/);
  expect(await stack().waitForRun(id, (runs) => runs.length > 0)).toMatchObject([{ agent_id: "a@agents.test" }]);
});

test("the empty sender of a bounce, an unknown recipient and another domain are all taken", async () => {
  const to = ["nobody@agents.test", "x@other.test"];
  const id = await stack().sendMail({ envelope: { from: "", to }, subject: "bounce", text: "Hi" });
  expect(await stack().waitForRun(id, (runs) => runs.length > 0)).toMatchObject([{ agent_id: "nobody@agents.test" }]);
});

test("the server says its limit of 40 MB, and neither asks for nor offers a log-in or TLS", async () => {
  const socket = connect(stack().smtpPort, "127.0.0.1");
  await once(socket, "readable"); // A client that talks before the banner is turned away.
  socket.write("EHLO test\r\nQUIT\r\n");
  const said = await text(socket);
  expect(said).toMatch(/SIZE 41943040/);
  expect(said).not.toMatch(/AUTH|STARTTLS/);
});
