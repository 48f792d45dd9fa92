/** The data folder cannot be used as it is. The message is one sentence for the person who started the machine. */
export class DataError extends Error {
  override name = "DataError";
}
