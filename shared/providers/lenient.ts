import * as z from "zod/mini";

/*
 * A paid answer must not be lost because a field other than its text has changed its type. A field that does not have its
 * documented form is read as absent.
 */

/** The field in its documented form; undefined if it is null, missing or different. */
export function lenientField<T extends z.core.$ZodType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

/** The elements in their documented form; an empty list if there are none. */
export function lenientList<T extends z.core.$ZodType>(element: T) {
  return z.pipe(
    z.catch(z.array(z.catch(z.nullable(element), null)), []),
    z.transform((all): z.output<T>[] => all.filter((each) => each !== null)),
  );
}

/** A plain text, or the joined text of the parts that are not thoughts. */
const part = z.object({
  type: lenientField(z.string()),
  text: lenientField(z.string()),
  thought: lenientField(z.boolean()),
});
export const lenientContent = z.catch(
  z.union([
    z.string(),
    z.pipe(
      lenientList(z.union([z.string(), part])),
      z.transform((parts) => parts.map((each) => (typeof each === "string" ? each : textOf(each))).join("")),
    ),
  ]),
  "",
);

function textOf({ type = "text", text = "", thought = false }: z.infer<typeof part>): string {
  return thought || !TEXT_TYPES.includes(type) ? "" : text;
}

/** The names of text parts in OpenAI's Chat Completions, in its Responses and at Anthropic. */
const TEXT_TYPES = ["text", "output_text"];
