import type { Plugin } from "vite";
import { routes } from "../shared/api/routes.ts";

const NAME = "virtual:routes";
const RESOLVED = `\0${NAME}`;

/**
 * Serves the part of shared/api/routes.ts that the browser needs as the module `virtual:routes`: each route's method
 * and path. The browser's code uses the schemas only as types, so zod is not sent to it.
 */
export function routeTable(): Plugin {
  const light = Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]);
  return {
    name: "latchkey:route-table",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const routes = ${JSON.stringify(Object.fromEntries(light))};` : undefined),
  };
}
