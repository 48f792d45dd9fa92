import type { Stop } from "./stop/stop.ts";

/** How far a list of steps came: to its end, or to the step `at`, which stopped the run. `context` is what was known then. */
export type Outcome<Begin, Known> = { context: Known; stop?: undefined } | { context: Begin; stop: Stop; at: string };

type Run<Begin, Known, Deps> = (begin: Begin, deps: Deps) => Promise<Outcome<Begin, Known>>;

/**
 * Steps with names, done one after the other until one of them stops the run. A step sees what the steps before it have
 * found out, and adds to it. It names only what it needs of that and only the dependencies that it uses, so a step in
 * the wrong place of a list does not compile.
 *
 *     steps<Claimed>()
 *       .step("read the mail", readMail)
 *       .check("the limits per correspondent", checkCorrespondentCaps)
 */
export class Steps<Begin extends object, Known extends Begin, Deps> {
  readonly names: readonly string[];
  readonly run: Run<Begin, Known, Deps>;

  constructor(names: readonly string[], run: Run<Begin, Known, Deps>) {
    this.names = names;
    this.run = run;
  }

  /** A step that finds something out, or changes the run. */
  step<Adds extends object, Uses>(
    name: string,
    step: (context: Known, deps: Uses) => Promise<Adds | Stop>,
  ): Steps<Begin, Known & Adds, Deps & Uses> {
    return new Steps([...this.names, name], async (begin: Begin, deps: Deps & Uses) => {
      const before = await this.run(begin, deps);
      if (before.stop !== undefined) return before;
      const { context } = before;
      return step(context, deps).then((result) =>
        isStop(result) ? { context, stop: result, at: name } : { context: { ...context, ...result } },
      );
    });
  }

  /** A step that lets the run go on as it is, or stops it. */
  check<Uses>(
    name: string,
    check: (context: Known, deps: Uses) => Stop | undefined | Promise<Stop | undefined>,
  ): Steps<Begin, Known, Deps & Uses> {
    return new Steps([...this.names, name], async (begin: Begin, deps: Deps & Uses) => {
      const before = await this.run(begin, deps);
      if (before.stop !== undefined) return before;
      const stop = await check(before.context, deps);
      return stop === undefined ? before : { context: before.context, stop, at: name };
    });
  }

  /** This list and then another one, which begins with no more than this one has found out. */
  join<More extends Begin, Uses>(next: {
    names: readonly string[];
    run: (begin: Known, deps: Uses) => Promise<Outcome<Begin, More>>;
  }): Steps<Begin, More, Deps & Uses> {
    return new Steps([...this.names, ...next.names], async (begin: Begin, deps: Deps & Uses) => {
      const before = await this.run(begin, deps);
      return before.stop === undefined ? next.run(before.context, deps) : before;
    });
  }
}

/** An empty list, which begins with what is known of any run. */
export function steps<Begin extends object>(): Steps<Begin, Begin, unknown> {
  return new Steps([], async (context: Begin) => ({ context }));
}

function isStop(result: object): result is Stop {
  return "stop" in result;
}
