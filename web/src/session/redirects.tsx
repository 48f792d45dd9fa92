import { Redirect, useLocation, useSearch } from "wouter";
import { paths } from "../paths.ts";

/** Goes to the log-in page, which returns the visitor to the page that they wanted. */
export function ToLogIn() {
  const [path] = useLocation();
  const search = useSearch();
  const wanted = search === "" ? path : `${path}?${search}`;
  return (
    <Redirect
      to={wanted === paths.home() ? paths.logIn() : `${paths.logIn()}?next=${encodeURIComponent(wanted)}`}
      replace
    />
  );
}

/** Goes from a page before log-in to the page that the visitor wanted, once they are logged in. */
export function ToHome() {
  const next = new URLSearchParams(useSearch()).get("next");
  return <Redirect to={next !== null && isOwn(next) ? next : paths.home()} replace />;
}

/** Accepts only a path of this app. To a browser, `//evil.example` and `/\evil.example` are other hosts. */
function isOwn(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && new URL(path, location.origin).origin === location.origin;
}
