import { freshToken, renewToken } from "../session/tokens.ts";
import { type Problem, problemOf } from "./problem.ts";
import { type Parts, request } from "./request.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Extras = { signal?: AbortSignal };

/**
 * Calls a route of shared/api/routes.ts by its name: `await call("getAgent", { params: { id } })`.
 * @throws Problem when the answer is no success
 */
export async function call<N extends RouteName>(name: N, input: Input<N>, extras: Extras = {}): Promise<Answer<N>> {
  return read(await send(name, { ...input, ...extras }));
}

/** The same, for an answer that is kept as a file, e.g. a CSV or the raw mail. @throws Problem */
export async function callForFile<N extends RouteName>(name: N, input: Input<N>, accept: string): Promise<Blob> {
  const response = await send(name, { ...input, accept });
  return response.blob();
}

async function send(name: RouteName, parts: Parts): Promise<Response> {
  const token = await freshToken();
  const first = await request(name, { ...parts, token });
  if (first.ok) return first;
  const problem = await problemOf(first);
  // Renewed once: the token may have been revoked before its time, by "log out everywhere" for one.
  const renewed = token !== undefined && isOfToken(problem) ? await renewToken(token) : undefined;
  if (renewed === undefined) throw problem;
  const second = await request(name, { ...parts, token: renewed });
  if (second.ok) return second;
  throw await problemOf(second);
}

/** A 401 can also mean a wrong password in the body, which no new token mends. */
function isOfToken({ status, code }: Problem): boolean {
  return status === 401 && code !== "invalid_credentials";
}

/** The one place where what the API sends is taken for what its schema says: both are made from the same table. */
async function read<T>(response: Response): Promise<T>;
async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  return isJson ? response.json() : response.text();
}
