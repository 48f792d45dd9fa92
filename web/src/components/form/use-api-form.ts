import { type UseFormReturnType, useForm } from "@mantine/form";
import { type FormEvent, useState } from "react";
import { asProblem, type Problem } from "../../api/problem.ts";
import { tellProblem } from "../toast.ts";

type Options<Values, Answer> = {
  initialValues: Values;
  /** Sends the values: `(values) => call("createAgent", { body: values })`. */
  send: (values: Values) => Promise<Answer>;
  onDone: (answer: Answer, values: Values) => void;
  /** Maps an API error code to a field when the API names none: `{ email_taken: "email" }`. */
  fieldOf?: Record<string, keyof Values & string>;
  /** Checks the values before they are sent. The API checks them again. */
  validate?: (values: Values) => Partial<Record<keyof Values & string, string>>;
};

export type ApiForm<Values extends Record<string, unknown>> = {
  form: UseFormReturnType<Values>;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** A problem that belongs to no field of the form. <FormProblem> shows it. */
  problem: Problem | undefined;
};

/**
 * A form that makes one call. Each error that the API reports for a field appears at that field, and the first such
 * field gets the focus.
 */
export function useApiForm<Values extends Record<string, unknown>, Answer>(
  options: Options<Values, Answer>,
): ApiForm<Values> {
  const { initialValues, send, onDone, fieldOf = {}, validate = () => ({}) } = options;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const form = useForm<Values>({ mode: "uncontrolled", initialValues });

  const show = (element: HTMLFormElement, faults: Record<string, string>) => {
    form.setErrors(faults);
    // The errors are in the page only after the next paint.
    requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const run = async (element: HTMLFormElement) => {
    const values = form.getValues();
    setProblem(undefined);
    const missing = Object.fromEntries(Object.entries<string | undefined>(validate(values)).filter(hasText));
    if (Object.keys(missing).length > 0) return show(element, missing);
    form.clearErrors();
    setPending(true);
    try {
      onDone(await send(values), values);
    } catch (error) {
      if (!(error instanceof Error && error.name === "Problem")) tellProblem(error);
      else {
        const found = asProblem(error);
        const faults = faultsAtFields(found, initialValues, fieldOf);
        if (Object.keys(faults).length > 0) show(element, faults);
        else setProblem(found);
      }
    } finally {
      setPending(false);
    }
  };

  return {
    form,
    pending,
    problem,
    submit: (event) => {
      event.preventDefault();
      void run(event.currentTarget);
    },
  };
}

function hasText(entry: [string, string | undefined]): entry is [string, string] {
  return entry[1] !== undefined;
}

/**
 * If the API reports errors for fields that the form does not have, the form shows the problem's own sentence instead.
 */
function faultsAtFields(problem: Problem, values: object, fieldOf: Record<string, string>): Record<string, string> {
  const own = fieldOf[problem.code];
  if (own !== undefined) return { [own]: problem.message };
  const known = problem.fields.flatMap(({ field, message }) => {
    const name = field.split(".")[0] ?? field;
    return name in values ? [[name, sentence(message)] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The API's message for a field begins with a verb, e.g. "must be one line". */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
