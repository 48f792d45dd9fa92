import { Redirect, useLocation, useSearch } from "wouter";
import { paths } from "../paths.ts";

/** To the log-in page, which comes back to where the visitor wanted to go. */
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

/** From a page of the way in to where its visitor wanted to go, now that they are in. */
export function ToHome() {
  const next = new URLSearchParams(useSearch()).get("next");
  return <Redirect to={next !== null && isOwn(next) ? next : paths.home()} replace />;
}

/** Only a path of this app: `//evil.example` and `/\evil.example` are other hosts to a browser. */
function isOwn(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && new URL(path, location.origin).origin === location.origin;
}
