import { Suspense } from "react";
import { Route, Switch } from "wouter";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { Loading } from "./components/loading.tsx";
import { Unreachable } from "./components/unreachable.tsx";
import { AFTER_LOGIN, AuthLayout, BEFORE_LOGIN, NotFound, Shell } from "./pages.tsx";
import { ToHome, ToLogIn } from "./session/redirects.tsx";
import { useSession } from "./session/session.ts";

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading whole />}>
        <Frame />
      </Suspense>
    </ErrorBoundary>
  );
}

function Frame() {
  const session = useSession();
  switch (session.status) {
    case "starting":
      return <Loading whole />;
    case "unreachable":
      return <Unreachable problem={session.problem} />;
    case "out":
      return (
        <AuthLayout>
          <Suspense fallback={<Loading />}>
            <Switch>
              {BEFORE_LOGIN.map(({ path, Page }) => (
                <Route key={path} path={path} component={Page} />
              ))}
              <Route component={ToLogIn} />
            </Switch>
          </Suspense>
        </AuthLayout>
      );
    case "in":
      return (
        <Shell user={session.user}>
          <Suspense fallback={<Loading />}>
            <Switch>
              {AFTER_LOGIN.map(({ path, Page }) => (
                <Route key={path} path={path} component={Page} />
              ))}
              {BEFORE_LOGIN.map(({ path }) => (
                <Route key={path} path={path} component={ToHome} />
              ))}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Shell>
      );
  }
}
