import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { Monitor, Moon, Sun } from "lucide-react";

const SCHEMES: { scheme: MantineColorScheme; label: string; Icon: typeof Sun }[] = [
  { scheme: "auto", label: "System colours", Icon: Monitor },
  { scheme: "light", label: "Light colours", Icon: Sun },
  { scheme: "dark", label: "Dark colours", Icon: Moon },
];

export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <ActionIcon.Group aria-label="Colours">
      {SCHEMES.map(({ scheme, label, Icon }) => (
        <ActionIcon
          key={scheme}
          variant={colorScheme === scheme ? "light" : "subtle"}
          color={colorScheme === scheme ? "ink" : "gray"}
          aria-label={label}
          title={label}
          aria-pressed={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </ActionIcon.Group>
  );
}
