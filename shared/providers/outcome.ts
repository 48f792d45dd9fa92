/** What became of one call, beside what it means. Nothing of it can hold the key or a provider's words. */
export type Outcome = {
  /** False: it surely never left this machine. */
  sent: boolean;
  /** The HTTP status; undefined where no answer came. */
  status: number | undefined;
  /** The provider's own name of the call, by which its support finds it. */
  request_id: string | undefined;
};
