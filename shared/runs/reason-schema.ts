import * as z from "zod/mini";
import { MENDS } from "../reasons/reason.ts";
import { RUN_REASONS, type RunReason } from "./reasons.ts";

/** What of an owner's doings is mended, as it stands in a job. */
export const mended = z.enum(MENDS);

/** A reason as it stands in a run's row. */
export const runReason = z.custom<RunReason>((value) => typeof value === "string" && Object.hasOwn(RUN_REASONS, value));
