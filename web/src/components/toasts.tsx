import "@mantine/notifications/styles.css";
import { MantineProvider } from "@mantine/core";
import { type NotificationData, Notifications, notifications } from "@mantine/notifications";
import { createRoot } from "react-dom/client";
import { cssVariables, theme } from "../theme/theme.ts";

/**
 * Beside the app, so that what it says outlives the page that said it; at the foot, since a page has its buttons at the
 * head.
 */
function mount(): void {
  const place = document.createElement("div");
  document.body.append(place);
  createRoot(place).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" withinPortal={false} />
    </MantineProvider>,
  );
}

mount();

export function show(toast: NotificationData): void {
  notifications.show(toast);
}
