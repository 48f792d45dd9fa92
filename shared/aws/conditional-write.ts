import { isNamed } from "../errors.ts";

/** What the write returned; undefined when its condition did not hold and nothing was written. */
export async function conditional<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (isNamed(error, "ConditionalCheckFailedException")) return undefined;
    throw error;
  }
}
