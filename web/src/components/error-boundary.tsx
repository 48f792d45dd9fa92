import { Component, type ReactNode } from "react";
import { Problem } from "../api/problem.ts";
import { ErrorState } from "./error-state.tsx";

type Props = { children: ReactNode };

/**
 * Replaces a page that failed, so that the frame around it stays. The usual cause is a lazily loaded part of the app
 * that a newer deployment has removed. A reload fetches the new one.
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
