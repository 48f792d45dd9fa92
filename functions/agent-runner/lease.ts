/** One invocation's lease of a run: nobody else works on the run meanwhile. */
export type Lease = {
  /** Names this invocation in the run's row. */
  holder: string;
  /** When Lambda ends the process. */
  deadline: Date;
};
