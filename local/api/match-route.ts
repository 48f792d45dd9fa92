/** A route that matches a request, with the decoded path parameters. */
export type Match<R> = { route: R; parameters: Record<string, string> };

/**
 * The route that API Gateway would choose: the most specific one. A literal segment precedes `{variable}`, that
 * precedes `{rest+}`, that precedes `$default`, and a method precedes `ANY`.
 * @param path as in the request line, without the query
 * @throws URIError when a parameter is not valid percent-encoding
 */
export function matchRoute<R extends { routeKey: string }>(
  routes: R[],
  method: string,
  path: string,
): Match<R> | undefined {
  const candidates = routes.flatMap((route) => {
    if (route.routeKey === "$default") return [{ route, parameters: {}, rank: "9" }];
    const [routeMethod = "", pattern = ""] = route.routeKey.split(" ", 2);
    if (routeMethod !== method && routeMethod !== "ANY") return [];
    const fit = fitPath(pattern, path);
    return fit ? [{ route, parameters: fit.parameters, rank: `${fit.rank}${routeMethod === "ANY" ? 1 : 0}` }] : [];
  });
  const [best] = candidates.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return best && { route: best.route, parameters: best.parameters };
}

function fitPath(pattern: string, path: string): { parameters: Record<string, string>; rank: string } | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  const parameters: Record<string, string> = {};
  let rank = "";
  for (const [index, segment] of wanted.entries()) {
    const variable = /^\{([^+}]+)(\+?)\}$/.exec(segment);
    const value = given[index];
    if (variable?.[1] && variable[2]) {
      if (value === undefined) return undefined;
      parameters[variable[1]] = given.slice(index).map(decodeURIComponent).join("/");
      return { parameters, rank: `${rank}2` };
    }
    if (variable?.[1]) {
      if (!value) return undefined;
      parameters[variable[1]] = decodeURIComponent(value);
    } else if (segment !== value) {
      return undefined;
    }
    rank += variable ? "1" : "0";
  }
  return given.length === wanted.length ? { parameters, rank } : undefined;
}
