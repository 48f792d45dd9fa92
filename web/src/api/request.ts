import { routes } from "virtual:routes";
import { Problem } from "./problem.ts";
import type { RouteName } from "./types.ts";

export type Parts = {
  body?: unknown;
  query?: Record<string, unknown>;
  params?: Record<string, unknown>;
  accept?: string;
  token?: string | undefined;
  signal?: AbortSignal | undefined;
};

/** Sends one HTTP request of a route. @throws Problem `offline` when no answer came */
export async function request(name: RouteName, parts: Parts): Promise<Response> {
  const { method } = routes[name];
  const headers = new Headers();
  if (parts.token !== undefined) headers.set("authorization", `Bearer ${parts.token}`);
  if (parts.accept !== undefined) headers.set("accept", parts.accept);
  if (parts.body !== undefined) headers.set("content-type", "application/json");
  try {
    return await fetch(urlOf(name, parts), {
      method,
      headers,
      cache: "no-store",
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      ...(parts.signal && { signal: parts.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.offline();
  }
}

function urlOf(name: RouteName, { params = {}, query = {} }: Parts): string {
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}
