import { Box } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./auth-layout.module.css";
import { Brand } from "./brand.tsx";
import { useNavigation } from "./navigated.ts";

/** The frame of the pages before log-in: one centred column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  useNavigation();
  return (
    <Box component="main" id="main" className={classes["main"]}>
      <div className={classes["column"]}>
        <div className={classes["brand"]}>
          <Brand />
        </div>
        <div className={classes["card"]}>{children}</div>
        <p className={classes["foot"]}>E-mail agents that answer with your own AI key.</p>
      </div>
    </Box>
  );
}
