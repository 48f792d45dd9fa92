import { Alert } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Problem } from "../../api/problem.ts";

/** Shows a problem that concerns the whole form. The children offer a remedy. */
export function FormProblem({ problem, children }: { problem: Problem | undefined; children?: ReactNode }) {
  if (problem === undefined) return null;
  return (
    <Alert color="red" role="alert" icon={<CircleAlert size={18} aria-hidden />}>
      {problem.message}
      {children}
    </Alert>
  );
}
