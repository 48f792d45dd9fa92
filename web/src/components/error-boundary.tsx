import { Component, type ReactNode } from "react";
import { Problem } from "../api/problem.ts";
import { ErrorState } from "./error-state.tsx";

type Props = { children: ReactNode };

/**
 * In place of a page that broke, so that the frame around it stays. The common cause is a part of the app that is loaded
 * late and is gone, because a newer one was deployed: a reload brings that one.
 */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <ErrorState error={navigator.onLine ? error : Problem.offline()} retry={() => location.reload()} />;
  }
}
