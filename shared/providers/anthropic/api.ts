import type { ProviderApi } from "../api.ts";
import { finishes, read } from "./answer.ts";
import { check } from "./check.ts";
import { lists } from "./lists.ts";
import { models } from "./models.ts";
import { refusals } from "./refusals.ts";
import { stream } from "./stream.ts";

export const anthropicApi: ProviderApi = {
  send: async (call, wire) => (await import("./send.ts")).send(call, wire),
  stream,
  read,
  finishes,
  refusals,
  models,
  check,
  lists,
};
