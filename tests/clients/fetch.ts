import createClient from "openapi-fetch";
import type { paths } from "./generated/types.ts";
import { good, PASSWORD, tellStory } from "./story.ts";

const url = process.argv[2] ?? "";
const api = createClient<paths>({ baseUrl: url });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const run = (id: string) => ({ params: { path: { id } } });

await tellStory("openapi-fetch", url, {
  async signUp(email) {
    const session = good(await api.POST("/api/auth/signup", { body: { email, password: PASSWORD, name: "Owner" } }));
    if (!("token" in session)) throw new Error("The team asks for confirmation");
    return { token: session.token, id: session.user.id };
  },
  saveKey: async (token, provider, apiKey) => {
    good(await api.POST("/api/ai-config", { ...bearer(token), body: { provider, apiKey } }));
  },
  createAgent: async (token, name) =>
    good(await api.POST("/api/automation/agents", { ...bearer(token), body: { name, type: "email_inbound" } })),
  runs: async (token) => good(await api.GET("/api/conversations", bearer(token))).runs,
  answerOf: async (token, id) => good(await api.GET("/api/conversations/{id}", { ...bearer(token), ...run(id) })),
  statusOf: async (token, id) =>
    (await api.GET("/api/conversations/{id}", { ...bearer(token), ...run(id) })).response.status,
  rawMail: async (token, id) =>
    good(await api.GET("/api/conversations/{id}/raw", { ...bearer(token), ...run(id), parseAs: "text" })),
  usageAsCsv: async (token) => {
    const headers = { authorization: `Bearer ${token}`, accept: "text/csv" };
    const table: unknown = good(await api.GET("/api/usage", { headers, parseAs: "text" }));
    return String(table);
  },
});
