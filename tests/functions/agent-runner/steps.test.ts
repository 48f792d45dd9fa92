import { expect, test } from "vitest";
import { steps } from "../../../functions/agent-runner/steps.ts";
import { hold, type Stop } from "../../../functions/agent-runner/stop/stop.ts";

type Deps = { done: string[] };

async function findMail(_: object, { done }: Deps): Promise<{ mail: string } | Stop> {
  done.push("mail");
  return { mail: "Hello" };
}

async function findPayer({ mail }: { mail: string }, { done }: Deps): Promise<{ payer: string } | Stop> {
  done.push("payer");
  return mail === "Hello" ? { payer: "alice" } : hold("no_ai_config");
}

async function send({ payer }: { payer: string }, { done }: Deps): Promise<{ sentBy: string }> {
  done.push("send");
  return { sentBy: payer };
}

test("steps run in the order of the list, and each sees the results of the earlier ones", async () => {
  const done: string[] = [];
  const list = steps<{ begun: string }>().step("read", findMail).step("choose payer", findPayer).step("send", send);
  expect(list.names).toEqual(["read", "choose payer", "send"]);
  expect(await list.run({ begun: "now" }, { done })).toEqual({
    context: { begun: "now", mail: "Hello", payer: "alice", sentBy: "alice" },
  });
  expect(done).toEqual(["mail", "payer", "send"]);
});

test("after a step or check stops, no other one runs, not even of a joined list", async () => {
  const done: string[] = [];
  const sending = steps<{ begun: string; payer: string }>().step("send", send);
  const list = steps<{ begun: string }>()
    .step("read", findMail)
    .check("limit", ({ mail }) => (mail === "Hello" ? hold("daily_limit") : undefined))
    .step("choose payer", findPayer);
  const { names, run } = steps<{ begun: string }>().join(list).step("send", send);
  expect(names).toEqual(["read", "limit", "choose payer", "send"]);
  expect(await run({ begun: "now" }, { done })).toEqual({
    context: { begun: "now", mail: "Hello" },
    stop: { stop: "rest", state: "held", reason: "daily_limit" },
    at: "limit",
  });
  expect(done).toEqual(["mail"]);
  expect(sending.names).toEqual(["send"]);
});

test("a step before the step whose result it needs does not compile", () => {
  // @ts-expect-error: nobody has read the mail.
  steps<{ begun: string }>().step("choose payer", findPayer).step("read", findMail);
});
