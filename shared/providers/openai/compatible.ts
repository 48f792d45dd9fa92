import type { ModelRules, ProviderApi } from "../api.ts";
import { chatFinishes, readChat } from "./chat.ts";
import { askModel, listModels } from "./check.ts";
import type { MoreAsked } from "./send.ts";
import { chatStream } from "./stream.ts";

/** The differences between providers that use OpenAI's Chat Completions and its model list under `/v1`. */
type Differs = { models: ModelRules; asks?: MoreAsked } & Partial<
  Pick<ProviderApi, "refusals" | "finishes" | "check" | "lists">
>;

export function openAICompatible({ models, asks, ...own }: Differs): ProviderApi {
  return {
    send: async (call, wire) => (await import("./send.ts")).sendChat(call, wire, models, asks),
    stream: chatStream,
    read: readChat,
    finishes: chatFinishes,
    refusals: [],
    check: (model) => [askModel(model)],
    lists: () => [listModels()],
    ...own,
    models,
  };
}
