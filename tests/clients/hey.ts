import { client } from "./generated/hey/client.gen.ts";
import { createAgent, getRawMail, getRun, getUsage, listRuns, saveConfig, signup } from "./generated/hey/sdk.gen.ts";
import { good, PASSWORD, tellStory } from "./story.ts";

const url = process.argv[2] ?? "";
client.setConfig({ baseUrl: url });
const auth = (token: string) => ({ auth: () => token });

await tellStory("hey-api", url, {
  async signUp(email) {
    const session = good(await signup({ body: { email, password: PASSWORD, name: "Owner" } }));
    if (!("token" in session)) throw new Error("The team asks for confirmation");
    return { token: session.token, id: session.user.id };
  },
  saveKey: async (token, provider, apiKey) => {
    good(await saveConfig({ ...auth(token), body: { provider, apiKey } }));
  },
  createAgent: async (token, name) =>
    good(await createAgent({ ...auth(token), body: { name, type: "email_inbound" } })),
  runs: async (token) => good(await listRuns(auth(token))).runs,
  answerOf: async (token, id) => good(await getRun({ ...auth(token), path: { id } })),
  statusOf: async (token, id) => (await getRun({ ...auth(token), path: { id } })).response?.status ?? 0,
  rawMail: async (token, id) => good(await getRawMail({ ...auth(token), path: { id }, parseAs: "text" })),
  usageAsCsv: async (token) => {
    const table: unknown = good(await getUsage({ ...auth(token), headers: { accept: "text/csv" }, parseAs: "text" }));
    return String(table);
  },
});
