import { Stack, type StackProps } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../../api/problem.ts";
import { FormProblem } from "./form-problem.tsx";

export type FormProps = {
  submit: (event: FormEvent<HTMLFormElement>) => void;
  problem: Problem | undefined;
  children: ReactNode;
  /** What can be done about the problem. */
  help?: ReactNode;
} & Pick<StackProps, "align">;

/** The fields of `useApiForm`, one below the other, and above them what is wrong with no field: its checks are our own. */
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
