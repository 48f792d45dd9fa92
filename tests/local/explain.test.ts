import { createServer } from "node:http";
import { expect, test } from "vitest";
import { UsageError } from "../../local/arguments.ts";
import { explain } from "../../local/explain.ts";
import { closeServer, listen } from "../../local/http/listen.ts";

test("the error for a taken port names the port and the remedy", async () => {
  const first = createServer();
  const port = await listen(first, 0);
  const error = await listen(createServer(), port).catch((caught: unknown) => caught);
  expect(explain(error)).toBe(`Port ${port} is taken. Choose another with --port or --smtp-port.`);
  await closeServer(first);
});

test("our own errors are shown as they are, and any other error is one line without a stack", () => {
  expect(explain(new UsageError("So not."))).toBe("So not.");
  expect(explain(new Error("first\n    at second"))).toBe("Latchkey could not start: first");
});
