import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import { FormProblem } from "./form/form-problem.tsx";

type SectionProps = { title: string; text?: ReactNode; children?: ReactNode };

/** One concern of a page, in a card. */
export function Section({ title, text, children }: SectionProps) {
  return (
    <Card component="section" aria-label={title}>
      <Title order={2} mb={text === undefined ? "md" : 4}>
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mb="md" maw={640} component="div">
          {text}
        </Text>
      )}
      {children}
    </Card>
  );
}

type FormProps = SectionProps & {
  submit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  problem: Problem | undefined;
  /** The words of the button; each section is saved by itself. */
  save: string;
};

/** One concern as a form of its own. */
export function FormSection({ submit, pending, problem, save, children, ...section }: FormProps) {
  return (
    <Section {...section}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          {children}
          <Group>
            <Button type="submit" variant="default" loading={pending}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
