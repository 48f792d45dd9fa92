import { createAgent, type Person, signUp, storeKey } from "../../support/people.ts";
import type { TestStack } from "../../support/stack.ts";

/** What the pages show in screenshots and accessibility checks: one owner with keys, agents, mails and answers. */
export type Story = { alice: Person; supportId: string; runId: string };

export async function tellStory(stack: TestStack): Promise<Story> {
  const alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  await storeKey(stack, alice, "anthropic", "sk-ant-demo-alice-0123456789", "claude-sonnet-4-5");
  const support = await createAgent(stack, alice, {
    name: "Support",
    instructions: "Be short and friendly. We are open from 9 to 17 on weekdays.",
  });
  const sales = await createAgent(stack, alice, {
    name: "Sales for the northern and north-western districts, second team",
  });
  const mails = [
    { from: "Carol <carol@customer.example>", to: support.address, subject: "When are you open?" },
    { from: "Dan <dan@long-company-name-with-many-parts.example>", to: support.address, subject: LONG_SUBJECT },
    { from: "Erin <erin@customer.example>", to: sales.address, subject: "A quote for 200 chairs" },
  ];
  let runId = "";
  for (const mail of mails) {
    const id = await stack.sendMail({ ...mail, text: `Hello,\n\n${mail.subject}\n\nKind regards` });
    const [run] = await stack.waitForRun(id);
    runId = run?.run_id ?? runId;
  }
  return { alice, supportId: support.id, runId };
}

const LONG_SUBJECT =
  "Re: Fwd: The invoice of last month, which was paid twice, and the delivery note that belongs to the one before it";
