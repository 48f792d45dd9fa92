import * as z from "zod/mini";
import type { Question } from "../api.ts";

const list = z.object({
  models: z.array(z.object({ name: z.string(), supportedGenerationMethods: z.catch(z.array(z.string()), []) })),
});

/** https://ai.google.dev/api/models#method:-models.list: at most 1,000 per page. It contains no end dates. */
export function lists(): Question[] {
  return [
    {
      path: "/v1beta/models?pageSize=1000",
      init: {},
      read: () => "active",
      learns: (body) => ({
        models: list
          .parse(body)
          .models.filter((model) => model.supportedGenerationMethods.includes("generateContent"))
          .map(({ name }) => name.replace(/^models\//, "")),
      }),
    },
  ];
}
