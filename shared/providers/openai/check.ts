import * as z from "zod/mini";
import type { Question } from "../api.ts";
import { readDay } from "../day.ts";

/** "The date when the model will shut down, or null if not announced": the Model of openai 7.57. */
const listedModel = z.object({ id: z.string(), shutdown_date: z.catch(z.nullish(z.string()), undefined) });

/** https://developers.openai.com/api/reference/resources/models/methods/retrieve */
export function askModel(model: string): Question {
  return {
    path: `/v1/models/${encodeURIComponent(model)}`,
    init: {},
    read: (body) => listedModel.parse(body) && "active",
    learns: (body) => {
      const { shutdown_date } = listedModel.parse(body);
      return shutdown_date === undefined ? {} : { endsOn: readDay(shutdown_date) ?? null };
    },
  };
}

const list = z.object({
  data: z.array(z.object({ id: z.string(), created: z.catch(z.number(), 0) })),
});

/** https://developers.openai.com/api/reference/resources/models/methods/list: one page, in an undocumented order. */
export function listModels(): Question {
  return {
    path: "/v1/models",
    init: {},
    read: () => "active",
    learns: (body) => {
      const { data } = list.parse(body);
      return { models: data.toSorted((a, b) => b.created - a.created).map(({ id }) => id) };
    },
  };
}

export function check(model: string): Question[] {
  return [
    {
      ...askModel(model),
      // A restricted key may chat without the permission to read models, so this does not count against it.
      counts: (_, body) => !/missing scopes/i.test(body),
    },
    {
      // This call is free. According to users, it is refused while the account has no credit, whereas reading a model
      // is not. If that is wrong, the first mail shows it. https://developers.openai.com/api/docs/guides/moderation
      path: "/v1/moderations",
      init: {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ input: "hello" }),
      },
      read: () => "active",
      counts: (means) => means === "no_credit",
    },
  ];
}
