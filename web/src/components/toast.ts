import { asProblem } from "../api/problem.ts";

/** Loaded with the first toast, because most visits show none. */
const toasts = () => import("./toasts.tsx");

/** Confirms for a few seconds that something was done. It is never the only sign: the page shows the change too. */
export function tell(message: string): void {
  void toasts().then(({ show }) => show({ message, color: "green", autoClose: 4_000 }));
}

/** Says what went wrong and what to do. It stays until it is closed. */
export function tellProblem(error: unknown): void {
  const { message } = asProblem(error);
  void toasts().then(({ show }) => show({ id: message, message, color: "red", autoClose: false, role: "alert" }));
}

/** Reports something that is nobody's fault. It stays longer than a confirmation. */
export function tellCalmly(message: string): void {
  void toasts().then(({ show }) => show({ id: message, message, color: "blue", autoClose: 10_000 }));
}
