import { Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { paths } from "../paths.ts";
import classes from "./shell.module.css";

export function Brand() {
  return (
    <Link href={paths.home()} className={classes["brand"]}>
      <Group gap={8} wrap="nowrap">
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <Text fw={650} size="md" component="span">
          Latchkey
        </Text>
      </Group>
    </Link>
  );
}
