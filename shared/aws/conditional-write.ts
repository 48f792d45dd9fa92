import { isNamed } from "../errors.ts";

/** Returns the result of the write. Undefined when its condition failed and nothing was written. */
export async function conditional<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (isNamed(error, "ConditionalCheckFailedException")) return undefined;
    throw error;
  }
}
