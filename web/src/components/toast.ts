import { notifications } from "@mantine/notifications";
import { asProblem } from "../api/problem.ts";

/** Says for a few seconds that something was done. Never the only sign of it: the page shows it too. */
export function tell(message: string): void {
  notifications.show({ message, color: "green", autoClose: 4_000 });
}

/** Says what went wrong and what to do; stays until it is closed. */
export function tellProblem(error: unknown): void {
  const { message } = asProblem(error);
  notifications.show({ id: message, message, color: "red", autoClose: false, role: "alert" });
}

/** Says something that is no fault of anybody, and stays a while longer. */
export function tellCalmly(message: string): void {
  notifications.show({ id: message, message, color: "blue", autoClose: 10_000 });
}
