type Page = { next_cursor: string | null };

/**
 * All pages of a list, each asked for when it is wanted:
 * `for await (const { runs } of everyPage((at) => ok(api.GET("/api/conversations", { params: { query: at } }))))`.
 * A filtered page may be empty and still have a next one.
 */
export async function* everyPage<P extends Page>(ask: (at: { cursor?: string }) => Promise<P>): AsyncGenerator<P> {
  for (let at: { cursor?: string } | undefined = {}; at !== undefined; ) {
    const page: P = await ask(at);
    yield page;
    at = page.next_cursor === null ? undefined : { cursor: page.next_cursor };
  }
}
