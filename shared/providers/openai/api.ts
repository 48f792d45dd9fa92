import { check } from "./check.ts";
import { openAICompatible } from "./compatible.ts";
import { models } from "./models.ts";
import { refusals } from "./refusals.ts";

export const openaiApi = openAICompatible({ models, refusals, check, asks: { service_tier: "default" } });
