import { getAccessToken, renewToken } from "../session/tokens.ts";
import { type Problem, problemOf } from "./problem.ts";
import { type Parts, request } from "./request.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Extras = { signal?: AbortSignal };

/**
 * Calls a route of shared/api/routes.ts by its name: `await call("getAgent", { params: { id } })`.
 * @throws Problem when the API does not answer with a success
 */
export async function call<N extends RouteName>(name: N, input: Input<N>, extras: Extras = {}): Promise<Answer<N>> {
  return read(await send(name, { ...input, ...extras }));
}

/** Calls a route whose answer is saved as a file, e.g. a CSV or the raw mail. @throws Problem */
export async function callForFile<N extends RouteName>(name: N, input: Input<N>, accept: string): Promise<Blob> {
  const response = await send(name, { ...input, accept });
  return response.blob();
}

async function send(name: RouteName, parts: Parts): Promise<Response> {
  const token = await getAccessToken();
  const first = await request(name, { ...parts, token });
  if (first.ok) return first;
  const problem = await problemOf(first);
  // Renews the token once. It may have been revoked early, for example by "log out everywhere".
  const renewed = token !== undefined && isOfToken(problem) ? await renewToken(token) : undefined;
  if (renewed === undefined) throw problem;
  const second = await request(name, { ...parts, token: renewed });
  if (second.ok) return second;
  throw await problemOf(second);
}

/** A 401 can also mean that the body held a wrong password. A new token does not help then. */
function isOfToken({ status, code }: Problem): boolean {
  return status === 401 && code !== "invalid_credentials";
}

/** The only place that trusts the API's answer to match its schema: both are made from the same table. */
async function read<T>(response: Response): Promise<T>;
async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  return isJson ? response.json() : response.text();
}
