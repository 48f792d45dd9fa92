import { asProblem } from "../api/problem.ts";

/** Loaded with the first toast: most visits see none. */
const toasts = () => import("./toasts.tsx");

/** Says for a few seconds that something was done. Never the only sign of it: the page shows it too. */
export function tell(message: string): void {
  void toasts().then(({ show }) => show({ message, color: "green", autoClose: 4_000 }));
}

/** Says what went wrong and what to do; stays until it is closed. */
export function tellProblem(error: unknown): void {
  const { message } = asProblem(error);
  void toasts().then(({ show }) => show({ id: message, message, color: "red", autoClose: false, role: "alert" }));
}

/** Says something that is no fault of anybody, and stays a while longer. */
export function tellCalmly(message: string): void {
  void toasts().then(({ show }) => show({ id: message, message, color: "blue", autoClose: 10_000 }));
}
