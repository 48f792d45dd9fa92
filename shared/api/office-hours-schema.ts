import * as z from "zod/mini";
import { DAYS, faultOfWeek, OUTSIDE } from "../agents/office-hours.ts";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";
import { isVisible } from "../providers/visible.ts";
import { day } from "./fields.ts";

const FROM = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/;
const TO = /^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/;

const range = z.strictObject({
  day: z.enum(DAYS),
  from: z.string().check(z.regex(FROM, "must be a time, such as 09:00")),
  to: z.string().check(z.regex(TO, "must be a time, such as 17:00 or 24:00")),
});

/** A week without a time would hold every mail for ever. An agent that shall not answer is switched off instead. */
const ranges = z.array(range).check(z.minLength(1), z.maxLength(50), (payload) => {
  const fault = faultOfWeek(payload.value);
  if (fault) payload.issues.push({ code: "custom", input: payload.value, path: [fault.at], message: fault.message });
});

/** The times of a week at which the agent answers, in its time zone, and what becomes of other mails. */
export const officeHoursBody = z
  .strictObject({
    ranges,
    /** Closed days, whatever the day of the week. */
    holidays: z._default(z.array(day).check(z.maxLength(100)), []),
    /** A mail outside of the hours waits, is drafted, or waits while its sender gets the note. */
    outside: z.enum(OUTSIDE),
    /** Sent as it is. */
    note: z._default(z.string().check(z.trim(), z.maxLength(4_000), holdsNoKey), ""),
  })
  .check((payload) => {
    const { outside, note } = payload.value;
    if (outside !== "note" || isVisible(note)) return;
    payload.issues.push({ code: "custom", input: note, path: ["note"], message: "must hold something to read" });
  });
