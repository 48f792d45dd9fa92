/** The exclusive right of one invocation to work on a run. */
export type Lease = {
  /** Names this invocation in the run's row. */
  holder: string;
  /** When Lambda ends the invocation. */
  deadline: Date;
};

/** The lease ends after its invocation must have ended, so nobody takes a run over while it is still being worked. */
export function leaseEnd({ deadline }: Pick<Lease, "deadline">): Date {
  return new Date(deadline.getTime() + 5_000);
}
