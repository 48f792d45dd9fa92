import * as z from "zod/mini";
import type { Question } from "../api.ts";

const listedModel = z.object({ id: z.string() });

/** https://developers.openai.com/api/reference/resources/models/methods/retrieve */
export function askModel(model: string): Question {
  return {
    path: `/v1/models/${encodeURIComponent(model)}`,
    init: {},
    read: (body) => listedModel.parse(body) && "active",
  };
}

export function check(model: string): Question[] {
  return [
    {
      ...askModel(model),
      // A restricted key may be allowed to chat and not to read models: that says nothing against it.
      counts: (_, body) => !/missing scopes/i.test(body),
    },
    {
      // Free of charge. By users' reports it is refused while the account has no credit, as reading a model is not; where
      // that is not so, the first mail shows it. https://developers.openai.com/api/docs/guides/moderation
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
