import { afterAll, beforeAll } from "vitest";
import { type Backend, startBackend } from "./backend.ts";

/** One backend for all histories of a test file. Call the result inside a test to get it. */
export function withBackend(): () => Backend {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await startBackend();
  });
  afterAll(() => backend?.stop());
  return () => {
    if (!backend) throw new Error("The backend runs only inside a test.");
    return backend;
  };
}
