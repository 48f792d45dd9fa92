import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { wasNavigated } from "../layout/navigated.ts";

/** The heading of a page before log-in. The first field has the focus there, if there is one to be typed into. */
export function AuthHeader({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  useEffect(() => {
    const typing = document.activeElement instanceof HTMLInputElement;
    if (wasNavigated() && !typing) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <Title order={1} size="h2" ref={heading} tabIndex={-1} mb={children === undefined ? "lg" : 6}>
        {title}
      </Title>
      {children !== undefined && (
        <Text size="sm" c="dimmed" mb="lg">
          {children}
        </Text>
      )}
    </>
  );
}
