import * as z from "zod/mini";

/*
 * An answer that is paid for is not thrown away because a field beside its text has changed its type: what is not of the
 * form that is documented is read as absent.
 */

/** The field where it is as documented; undefined where it is null, missing or of another form. */
export function field<T extends z.core.$ZodType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

/** The elements that are as documented, or an empty list. */
export function list<T extends z.core.$ZodType>(element: T) {
  return z.pipe(
    z.catch(z.array(z.catch(z.nullable(element), null)), []),
    z.transform((all): z.output<T>[] => all.filter((each) => each !== null)),
  );
}

/** Text as it is, or the text of those parts that have one and are no thoughts. */
const part = z.object({ type: field(z.string()), text: field(z.string()), thought: field(z.boolean()) });
export const content = z.catch(
  z.union([
    z.string(),
    z.pipe(
      list(z.union([z.string(), part])),
      z.transform((parts) => parts.map((each) => (typeof each === "string" ? each : textOf(each))).join("")),
    ),
  ]),
  "",
);

function textOf({ type = "text", text = "", thought = false }: z.infer<typeof part>): string {
  return thought || !TEXT_TYPES.includes(type) ? "" : text;
}

/** What OpenAI's Chat Completions, its Responses and Anthropic call a part of an answer that is its text. */
const TEXT_TYPES = ["text", "output_text"];
