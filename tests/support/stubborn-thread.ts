import { parentPort } from "node:worker_threads";

/*
 * The real reading thread, but for mails that ask to hang it: no input that does so may be committed, and none is known.
 * Those listeners that are there first are called first, so a mail that hangs it never comes to the real one.
 */
parentPort?.on("message", ({ raw }: { raw: Uint8Array }) => {
  const text = Buffer.from(raw).toString("latin1");
  // Stands still for ever and leaves the cores to others.
  if (text.includes("X-Test: hang")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.includes("X-Test: spin")) for (;;);
  if (text.includes("X-Test: exit")) process.exit(1);
  if (text.includes("X-Test: throw")) throw new Error("This thread dies of it.");
  const kept: number[][] = [];
  while (text.includes("X-Test: memory")) kept.push(Array.from({ length: 100_000 }, Math.random));
});
await import("../../functions/agent-runner/reading-thread.ts");
