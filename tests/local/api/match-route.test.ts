import { expect, test } from "vitest";
import { matchRoute } from "../../../local/api/match-route.ts";

const routes = [
  "GET /api/things",
  "GET /api/things/{id}",
  "GET /api/things/new",
  "ANY /api/things/{id}",
  "GET /web/{rest+}",
].map((routeKey) => ({ routeKey }));
const match = (method: string, path: string, more: string[] = []) => {
  const found = matchRoute([...routes, ...more.map((routeKey) => ({ routeKey }))], method, path);
  return found && [found.route.routeKey, found.parameters];
};

test("a literal takes precedence over a variable, and a method over ANY", () => {
  expect(match("GET", "/api/things/new")).toEqual(["GET /api/things/new", {}]);
  expect(match("GET", "/api/things/1")).toEqual(["GET /api/things/{id}", { id: "1" }]);
  expect(match("DELETE", "/api/things/1")).toEqual(["ANY /api/things/{id}", { id: "1" }]);
});

test("a variable matches one non-empty segment, which is decoded", () => {
  expect(match("GET", "/api/things/")).toBeUndefined();
  expect(match("GET", "/api/things/1/2")).toBeUndefined();
  expect(match("GET", "/api/things/a%2Fb%20c")).toEqual(["GET /api/things/{id}", { id: "a/b c" }]);
  expect(() => match("GET", "/api/things/%zz")).toThrow(URIError);
});

test("a greedy variable matches the rest of the path, and $default matches everything else", () => {
  expect(match("GET", "/web/a/b")).toEqual(["GET /web/{rest+}", { rest: "a/b" }]);
  expect(match("POST", "/web/a/b")).toBeUndefined();
  expect(match("POST", "/web/a/b", ["$default"])).toEqual(["$default", {}]);
  expect(match("GET", "/api/things", ["$default"])).toEqual(["GET /api/things", {}]);
});

test("a path must match completely, in the same case", () => {
  expect(match("GET", "/api/Things")).toBeUndefined();
  expect(match("GET", "/api/things/1/")).toBeUndefined();
});
