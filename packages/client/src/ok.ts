import { apiErrorOf } from "./api-error.ts";

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * The body of a call that went well: `const { runs } = await ok(api.GET("/api/conversations"))`.
 * @throws ApiError for a call that was refused
 */
export async function ok<T>(call: Promise<{ data: T; error?: never; response: Response } | Answer<never>>): Promise<T>;
export async function ok<T>(call: Promise<Answer<T>>): Promise<T | undefined> {
  const { data, error, response } = await call;
  if (!response.ok) throw apiErrorOf(response, error);
  return data;
}
