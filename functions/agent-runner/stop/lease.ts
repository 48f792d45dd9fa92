/** One invocation's lease of a run: nobody else works on the run meanwhile. */
export type Lease = {
  /** Names this invocation in the run's row. */
  holder: string;
  /** When Lambda ends the process. */
  deadline: Date;
};

/** A lease outlives the process that has it, so nobody takes over from a process that still runs. */
export function leaseEnd({ deadline }: Pick<Lease, "deadline">): Date {
  return new Date(deadline.getTime() + 5_000);
}
