/** The facts of one call, apart from its meaning. They cannot contain the key or a provider's text. */
export type Outcome = {
  /** False if the call certainly never left this machine. */
  sent: boolean;
  /** The HTTP status; undefined without an answer. */
  status: number | undefined;
  /** The provider's id of the call, by which its support can find it. */
  request_id: string | undefined;
};
