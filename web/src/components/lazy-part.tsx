import { type ComponentType, lazy, Suspense } from "react";
import { Loading } from "./loading.tsx";

/**
 * A part of a page whose code arrives after the page: `lazyPart(() => import("./senders.tsx"))`. It is for what stands
 * below the first screen, so that the page shows before.
 */
export function lazyPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Part: ComponentType<Props> = lazy(load);
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={<Loading />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
