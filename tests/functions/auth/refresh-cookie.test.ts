import { expect, test } from "vitest";
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from "../../../functions/auth/refresh-cookie.ts";

test("the cookie is hidden from scripts, other sites, plain HTTP and every route but auth's", () => {
  const [pair, ...attributes] = setRefreshCookie("abc.def").split("; ");
  expect(pair).toBe("latchkey_refresh=abc.def");
  expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=604800", "Path=/api/auth", "SameSite=Strict", "Secure"]);
});

test("clearing it names the same cookie, empty and expired", () => {
  expect(clearRefreshCookie()).toBe("latchkey_refresh=; Path=/api/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=0");
});

test.each([
  [["latchkey_refresh=abc.def-_"], "abc.def-_"],
  [["theme=dark", "latchkey_refresh=abc"], "abc"],
  [["latchkey_refresh="], undefined],
  [["xlatchkey_refresh=abc"], undefined],
  [["latchkey_refresh=a b"], undefined],
  [[], undefined],
])("of the cookies %j the refresh token is %j", (cookies, token) => {
  expect(readRefreshCookie(cookies)).toBe(token);
});

test("two cookies of the name count as none, because a sibling subdomain may have set the first", () => {
  expect(readRefreshCookie(["latchkey_refresh=mallory", "latchkey_refresh=mine"])).toBeUndefined();
});
