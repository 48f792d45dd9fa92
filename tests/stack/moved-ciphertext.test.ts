import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import * as z from "zod";
import { clientsOf } from "../../local/resources/clients.ts";
import { PROVIDERS, providerOf } from "../../shared/providers/registry.ts";
import { createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
const sealedRow = z.looseObject({ ciphertext: z.instanceof(Uint8Array) });

it("a sealed key opens only in its own row, not in another user's and not under another provider", async () => {
  const people = [await signUp(stack(), "Alice"), await signUp(stack(), "Bob")];
  const slots = people.flatMap((person) => PROVIDERS.map((provider) => ({ person, provider })));
  for (const { person, provider } of slots) {
    const { key, defaultModel } = providerOf(provider);
    await storeKey(stack(), person, provider, `${key.demo}-${person.name}`, defaultModel);
  }
  const sealed = new Map<string, Uint8Array>();
  const nameOf = ({ person, provider }: { person: Person; provider: string }) => `${person.name} ${provider}`;
  for (const slot of slots) sealed.set(nameOf(slot), (await row(slot)).ciphertext);
  expect(new Set(sealed.values()).size).toBe(slots.length);

  let sent = 0;
  for (const slot of slots) {
    const agent = await createAgent(stack(), slot.person, { provider: slot.provider });
    for (const [name, ciphertext] of sealed) {
      await setCiphertext(slot, ciphertext);
      sent += 1;
      const before = (await stack().providerCalls()).length;
      const mail = {
        // Each from somebody else, or the cap of answers to one correspondent would hold the mail before its key is opened.
        from: `carol@customer${sent}.example`,
        to: agent.address,
        subject: `${name} in ${nameOf(slot)}`,
        text: "?",
      };
      const [run] = await stack().waitForRun(await stack().sendMail(mail));
      const own = name === nameOf(slot);
      expect(run, mail.subject).toMatchObject(own ? { state: "replied" } : { state: "held", reason: "key_unreadable" });
      expect((await stack().providerCalls()).length - before, mail.subject).toBe(own ? 1 : 0);
    }
  }
});

type Slot = { person: Person; provider: string };

function table() {
  const { dynamo } = clientsOf(stack().aws, stack().aws.admin);
  return { db: DynamoDBDocumentClient.from(dynamo), TableName: stack().names["AI_CONFIGURATIONS_TABLE"] };
}

async function row({ person, provider }: Slot) {
  const { db, TableName } = table();
  const { Item } = await db.send(new GetCommand({ TableName, Key: { user_id: person.id, provider } }));
  return sealedRow.parse(Item);
}

/** What somebody with the table in their hands could do. */
async function setCiphertext(slot: Slot, ciphertext: Uint8Array): Promise<void> {
  const { db, TableName } = table();
  await db.send(new PutCommand({ TableName, Item: { ...(await row(slot)), ciphertext } }));
}
