import { readFileSync } from "node:fs";

/** Clock ticks of a second in /proc/PID/stat: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** CPU time of a process with all its threads, in milliseconds. Linux only. */
export function cpuMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program, in brackets, may hold spaces; utime and stime are the 12th and 13th field after it.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
}

/** Memory that a process holds, in MB. Linux only. */
export function rssMb(pid: number): number {
  const [, kb = "NaN"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb) / 1024;
}

export type MemoryPoint = { seconds: number; mb: number };

/** Reads the memory of a process every second until it is stopped. */
export function watchMemory(pid: number): { points: MemoryPoint[]; stop(): void } {
  const begun = performance.now();
  const points: MemoryPoint[] = [];
  const look = () => points.push({ seconds: (performance.now() - begun) / 1000, mb: rssMb(pid) });
  look();
  const timer = setInterval(look, 1_000);
  return {
    points,
    stop() {
      clearInterval(timer);
      look();
    },
  };
}
