import * as z from "zod/mini";
import type { LearntFacts, Question } from "../api.ts";
import { readDay } from "../day.ts";

const headers = { "anthropic-version": "2023-06-01" };

/**
 * `retires_at`: "the model's currently scheduled retirement date. The schedule can be revised until retirement occurs; null
 * while the model is active": the ModelInfo of @anthropic-ai/sdk 1.12.
 */
const info = z.object({
  id: z.string(),
  lifecycle: z.catch(z.optional(z.string()), undefined),
  retires_at: z.catch(z.nullish(z.string()), undefined),
});
const list = z.object({ data: z.array(info) });

/** https://platform.claude.com/docs/en/api/models/list: "More recently released models are listed first." */
export function lists(model: string): Question[] {
  const one = `/v1/models/${encodeURIComponent(model)}`;
  return [
    // This call also accepts an alias, e.g. claude-sonnet-4-5; the list contains only the name with its date.
    { path: one, init: { headers }, read: () => "active", learns: (body) => ending(info.parse(body)) },
    {
      path: "/v1/models?limit=1000",
      init: { headers },
      read: () => "active",
      learns: (body) => ({
        models: list.parse(body).data.flatMap(({ id, lifecycle }) => (lifecycle === "retired" ? [] : [id])),
      }),
    },
  ];
}

function ending({ lifecycle, retires_at }: z.infer<typeof info>): LearntFacts {
  if (lifecycle === undefined) return {};
  return { endsOn: (lifecycle === "active" ? undefined : readDay(retires_at)) ?? null };
}
