import * as z from "zod/mini";
import { OWNER_RESOLVERS } from "../reasons/reason.ts";
import { RUN_REASONS, type RunReason } from "./reasons.ts";

/** The kind of change by an owner, as a job names it. */
export const ownerResolver = z.enum(OWNER_RESOLVERS);

/** A reason as it stands in a run's row. */
export const runReason = z.custom<RunReason>((value) => typeof value === "string" && Object.hasOwn(RUN_REASONS, value));
