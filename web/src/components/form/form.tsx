import { Stack, type StackProps } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../../api/problem.ts";
import { FormProblem } from "./form-problem.tsx";

export type FormProps = {
  submit: (event: FormEvent<HTMLFormElement>) => void;
  problem: Problem | undefined;
  children: ReactNode;
  /** A remedy for the problem. */
  help?: ReactNode;
} & Pick<StackProps, "align">;

/**
 * Stacks the fields of `useApiForm` and shows above them any problem that belongs to no field. Browser validation is
 * off because the form has its own checks.
 */
export function Form({ submit, problem, help, children, ...stack }: FormProps) {
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" {...stack}>
        <FormProblem problem={problem}>{help}</FormProblem>
        {children}
      </Stack>
    </form>
  );
}
