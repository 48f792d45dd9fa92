import "@mantine/notifications/styles.css";
import { MantineProvider } from "@mantine/core";
import { type NotificationData, Notifications, notifications } from "@mantine/notifications";
import { createRoot } from "react-dom/client";
import { cssVariables, theme } from "../theme/theme.ts";

/**
 * Rendered outside the app, so that a toast outlives its page. Toasts appear at the bottom because a page has its
 * buttons at the top.
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
  // Mantine's own close button has no name for a screen reader.
  notifications.show({ closeButtonProps: { "aria-label": "Close" }, ...toast });
}
