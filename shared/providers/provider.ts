import * as z from "zod/mini";
import { PROVIDERS } from "./registry.ts";

/** A provider's id, as rows, messages and requests have it. */
export const provider = z.enum(PROVIDERS);
