import { Button, Card, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, type FormProps } from "./form/form.tsx";

type SectionProps = { title: string; text?: ReactNode; children?: ReactNode };

/** A card for one topic of a page. Its children do not stretch to the card's width. */
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
      <div>{children}</div>
    </Card>
  );
}

type FormSectionProps = SectionProps &
  Pick<FormProps, "submit" | "problem"> & {
    pending: boolean;
    /** The label of the save button. Each section is saved by itself. */
    save: string;
  };

/** A section that is a form of its own. */
export function FormSection({ submit, pending, problem, save, children, ...section }: FormSectionProps) {
  return (
    <Section {...section}>
      <Form submit={submit} problem={problem}>
        {children}
        <Group>
          <Button type="submit" variant="default" loading={pending}>
            {save}
          </Button>
        </Group>
      </Form>
    </Section>
  );
}
