import { Button, Card, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { Check } from "lucide-react";
import { Link } from "wouter";
import classes from "./checklist.module.css";

export type Step = { title: string; text: string; done: boolean; action: { label: string; href: string } };

/** Steps to do in order. The first open step has the button. */
export function Checklist({ title, steps }: { title: string; steps: Step[] }) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.findIndex((step) => !step.done);
  return (
    <Card component="section" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {done} of {steps.length} done
        </Text>
      </Group>
      <Progress value={(done / steps.length) * 100} size="sm" mb="md" aria-label={`${title}: done`} />
      <Stack component="ol" gap={0} className={classes["steps"]}>
        {steps.map((step, index) => (
          <li key={step.title} className={classes["step"]} aria-current={index === next ? "step" : undefined}>
            <span className={classes["mark"]} data-done={step.done}>
              {step.done ? <Check size={14} strokeWidth={3} role="img" aria-label="Done" /> : index + 1}
            </span>
            <div className={classes["text"]}>
              <Text fw={500} size="sm" c={step.done ? "dimmed" : undefined}>
                {step.title}
              </Text>
              <Text size="sm" c="dimmed">
                {step.text}
              </Text>
            </div>
            {index === next && (
              <Button component={Link} href={step.action.href} size="xs">
                {step.action.label}
              </Button>
            )}
          </li>
        ))}
      </Stack>
    </Card>
  );
}
