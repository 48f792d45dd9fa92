/** What the story needs of a client; each generated one gives it by calls that its own types check. */
export type Client = {
  signUp(email: string): Promise<{ token: string; id: string }>;
  saveKey(token: string, provider: "openai" | "anthropic", apiKey: string): Promise<void>;
  createAgent(token: string, name: string): Promise<{ id: string; address: string }>;
  runs(token: string): Promise<{ id: string; state: string }[]>;
  answerOf(token: string, id: string): Promise<{ answer: string | null; provider: string | null }>;
  /** The HTTP status of asking for somebody else's run. */
  statusOf(token: string, id: string): Promise<number>;
  rawMail(token: string, id: string): Promise<string>;
  usageAsCsv(token: string): Promise<string>;
};

/** Two owners, two keys, one mail to both: each is answered on its owner's key, and seen by its owner alone. */
export async function tellStory(name: string, url: string, client: Client): Promise<void> {
  const alice = await client.signUp(`alice-${name}@people.example`);
  const bob = await client.signUp(`bob-${name}@people.example`);
  await client.saveKey(alice.token, "openai", `sk-demo-alice-${name}-0123456789`);
  await client.saveKey(bob.token, "anthropic", `sk-ant-demo-bob-${name}-0123456789`);
  const to = [await client.createAgent(alice.token, "Support"), await client.createAgent(bob.token, "Desk")];
  const raw = `From: carol@customer.example\r\nSubject: Hours\r\nMessage-ID: <${name}@customer.example>\r\n\r\nWhen are you open?\r\n`;
  const query = new URLSearchParams([
    ["from", "carol@customer.example"],
    ...to.map(({ address }): [string, string] => ["to", address]),
  ]);
  const handed = await fetch(`${url}/_local/mail?${query}`, { method: "POST", body: raw });
  same("the mail is taken", handed.ok, true);

  for (const [owner, provider, other] of [
    [alice, "openai", bob],
    [bob, "anthropic", alice],
  ] as const) {
    const run = await replied(() => client.runs(owner.token));
    const { answer, provider: asked } = await client.answerOf(owner.token, run.id);
    same("it is answered on its owner's key", asked, provider);
    same("the answer has words", (answer ?? "").length > 0, true);
    same("nobody else sees it", await client.statusOf(other.token, run.id), 404);
    same(
      "the raw mail comes whole",
      (await client.rawMail(owner.token, run.id)).endsWith("When are you open?\r\n"),
      true,
    );
    same("usage comes as a table", (await client.usageAsCsv(owner.token)).split(",")[0], "key");
  }
  console.log(`${name}: the founding story is told`);
}

async function replied(list: () => Promise<{ id: string; state: string }[]>) {
  for (let tries = 0; tries < 600; tries++) {
    const run = (await list()).find(({ state }) => state === "replied");
    if (run) return run;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("No run is replied after two minutes");
}

function same(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: found ${String(found)}, wanted ${String(wanted)}`);
}

export const PASSWORD = "correct horse battery";

/** The body of a call that went well. */
export function good<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(`A call failed: ${JSON.stringify(error)}`);
  return data;
}
