import * as z from "zod/mini";

/** A file that came with the mail; it is in the raw mail and nowhere else. `size` in bytes. */
export const attachment = z.object({ filename: z.string(), mime_type: z.string(), size: z.number() });
