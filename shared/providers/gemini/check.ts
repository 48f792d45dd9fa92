import * as z from "zod/mini";
import type { Question } from "../api.ts";

const namedModel = z.object({ supportedGenerationMethods: z.array(z.string()) });

/** https://ai.google.dev/api/models#method:-models.get */
export function check(model: string): Question[] {
  return [
    {
      path: `/v1beta/${pathOf(model)}`,
      init: {},
      read: (body) =>
        namedModel.parse(body).supportedGenerationMethods.includes("generateContent") ? "active" : "model_unavailable",
    },
  ];
}

/** `models/x` and `tunedModels/x` are complete names; any other name is a model. */
function pathOf(model: string): string {
  const [, folder = "models", name = model] = /^(models|tunedModels)\/(.*)$/.exec(model) ?? [];
  return `${folder}/${encodeURIComponent(name)}`;
}
