import * as z from "zod/mini";
import { id } from "./fields.ts";

/** Checked by shared/agents/address-form.ts, whose sentences say more than a schema can. */
const asked = z.string().check(z.maxLength(320));

/** A name such as `support-acme`, or a whole address. Left out, it is random. */
export const chosenAddress = z.optional(asked);

export const addressCheckParams = z.strictObject({ address: asked });
export const addressCheck = z.object({
  /** As it would stand. */
  address: z.string(),
  available: z.boolean(),
  reason: z.nullable(z.enum(["form", "domain", "reserved", "taken", "misleading", "yours"])),
  /** A sentence for people; null for an address that is free. */
  message: z.nullable(z.string()),
});

export const addAddressBody = z.strictObject({
  address: chosenAddress,
  isPrimary: z._default(z.boolean(), false),
});

/** For how many days an address still works. */
const days = (least: number) => z.number().check(z.int(), z.gte(least), z.lte(90));

export const patchAddressBody = z.strictObject({
  isPrimary: z.optional(z.literal(true)),
  /** Null lets an address that was about to end go on. To end it at once, delete it. */
  endsInDays: z.optional(z.nullable(days(1))),
});

export const replaceAddressBody = z.strictObject({
  address: chosenAddress,
  /** 0 ends the old address at once; null lets it go on. */
  keepDays: z.nullable(days(0)),
});

export const addressParams = z.strictObject({ id, address: asked });

const addressRow = z.object({
  address: z.string(),
  /** The one that is shown, and that what the agent begins leaves from. */
  is_primary: z.boolean(),
  state: z.enum(["active", "ending", "ended"]),
  ends_at: z.nullable(z.string()),
});
export const addressList = z.object({ addresses: z.array(addressRow), most: z.number() });
